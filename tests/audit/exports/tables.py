"""YouTube, LinkedIn and Reddit, whose exports are tables."""

from tests.audit.exports.making import Members

VIDEOS = (
    "Video ID,Approx Duration (ms),Video Title (Original),Privacy,Video State,"
    "Video Create Timestamp,Video Publish Timestamp"
)
COMMENTS = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,"
    "Comment Text"
)
SPANISH_VIDEOS = (
    "ID de vídeo,Duración (ms),Título del vídeo,Privacidad,Estado,Hora de creación,"
    "Hora de publicación"
)
SPANISH_COMMENTS = (
    "ID del comentario,ID del canal,Hora,Precio,ID superior,ID entrada,ID de vídeo,Texto"
)


def lines(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)


def youtube(spanish: bool = False) -> Members:
    said = "Ugx0123456789abcdefghij,UCx,2022-05-01T10:00:00.123456+00:00,0,,,abc,"
    said += '"{""text"":""so ""},{""text"":""good, this""}"'
    states = ("Público", "Oculto", "Privado") if spanish else ("Public", "Unlisted", "Private")
    videos = [
        f'abcdefghij{n},6000,"my {state}, film",{state},Processed,'
        f"202{n}-01-01T10:00:00+00:00,202{n}-01-02T10:00:00+00:00"
        for n, state in enumerate(states)
    ]
    folder = f"Takeout/YouTube {'y' if spanish else 'and'} YouTube Music"
    metadata = "metadatos de vídeos/vídeos.csv" if spanish else "video metadata/videos.csv"
    comments = "comentarios/comentarios.csv" if spanish else "comments/comments.csv"
    return {
        f"{folder}/{metadata}": lines(SPANISH_VIDEOS if spanish else VIDEOS, *videos),
        f"{folder}/{comments}": lines(SPANISH_COMMENTS if spanish else COMMENTS, said),
        f"{folder}/channels/channel.csv": lines(
            "Channel ID,Channel Title (Original),Channel Visibility", "UCx,Anika,Public"
        ),
        f"{folder}/subscriptions/subscriptions.csv": lines(
            "Channel Id,Channel Url,Channel Title", "UCy,http://y,Bo"
        ),
        f"{folder}/history/watch-history.html": "<html>",
    }


def linkedin() -> Members:
    return {
        "Shares.csv": lines(
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
            '2024-01-01 10:00:00,https://l/1,"First line\n""second"" line",,,PUBLIC',
            "2024-02-01 10:00:00,https://l/2,short,,https://m/1.png,CONNECTIONS",
            "2025-01-01 10:00:00,https://l/3,who knows,,,MEMBER_NETWORK",
        ),
        "Comments.csv": lines(
            "Notes:", '"Some are missing"', "", "Date,Link,Message",
            "2025-02-01 10:00:00,https://l/9,well done",
        ),
        "messages.csv": lines(
            "CONVERSATION ID,FROM,DATE,CONTENT",
            "1,Bo,2025-03-01 10:00:00 UTC,hi",
            "1,Anika  berg,2025-03-02 10:00:00 UTC,hi",
        ),
        "Profile.csv": lines("First Name,Last Name", "Anika,Berg"),
        "InstantReposts_25.csv": lines("Date,Link", "2023-01-01 10:00:00,https://l/4"),
        "Rich_Media.csv": lines("Date/Time,Media Description,Media Link", *UPLOADS),
        "Articles/Articles/on-rain.html": article(
            '<p class="created">Created on 2022-05-01 10:00</p>',
            '<p class="published">Published on 2022-06-01 10:00</p>',
        ),
        "Articles/Articles/2021-03-05 12:33:44.0-On snow.html": article(),
        "guide_messages.csv": lines("CONVERSATION ID,FROM,DATE,CONTENT", "1,L,2025-01-01,hi"),
    }  # fmt: skip


UPLOADS = tuple(
    f'"You uploaded a {what} at {when} (GMT)",,https://m/{n}.png'
    for n, (what, when) in enumerate(
        (
            ("feed photo on February 1, 2024", "9:59 AM"),  # with the second post
            ("feed photo on March 8, 2020", "12:10 PM"),
            ("feed video on March 8, 2020", "12:10 AM"),
            ("profile photo on March 8, 2020", "1:10 PM"),
            ("feed document on March 9, 2020", "1:10 PM"),
        )
    )
)


def article(*above: str) -> str:
    style = "<style>h1 { color: red }</style>"
    said = f"<h1><a href='https://l/pulse/x'>On rain</a></h1>{''.join(above)}<div>It &amp; I</div>"
    return f"<html><head><title>On rain</title>{style}</head><body>{said}</body></html>"


def reddit() -> Members:
    post = "p1,u,2025-05-18 04:35:32 UTC,1.2.3.4,python,0,A title,u"
    head = "id,permalink,date,ip,subreddit,gildings,title,url"
    return {
        "posts.csv": lines(f"{head},body", f'{post},"two\nlines"'),
        "post_headers.csv": lines(head, post),
        "comments.csv": lines(
            "id,permalink,date,ip,subreddit,gildings,link,parent,body,media",
            "c1,u,2024-05-18 04:35:32 UTC,,python,0,l,,I see,",
        ),
        "comment_headers.csv": lines("id,permalink,date", "c1,u,2024-05-18 04:35:32 UTC"),
        "user_preferences.csv": lines("preference,value", "x,y"),
        "statistics.csv": lines("statistic,value", "account name,Anika_B", "is_deleted,False"),
        "chat_history.csv": lines(
            "message_id,created_at,username,message",
            "m1,2024-05-18 04:35:32 UTC,anika_b,hi",
            "m2,2023-05-18 04:35:32 UTC,bo,hi",
        ),
        "messages_archive.csv": lines(
            "id,permalink,thread_id,date,ip,from,to,subject,body",
            "m3,u,,2022-05-18 04:35:32 UTC,,bo,anika_b,s,hi",
            "m4,u,,2021-05-18 04:35:32 UTC,,Anika_B,bo,s,hi",
        ),
    }
