# bash completion for optout-tui; bash 3.2 and later
_optout_tui() {
    local kind= line
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then
            kind=$line
        else
            COMPREPLY+=("$line")
        fi
    done < <(COMP_WORDBREAKS=$COMP_WORDBREAKS optout-tui completion --candidates bash \
        "=${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    case $kind in
        files) compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$2")) ;;
        folders) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$2")) ;;
    esac
    if [ "${#COMPREPLY[@]}" -eq 1 ]; then
        case ${COMPREPLY[0]} in
            *:) compopt -o nospace 2>/dev/null ;;
        esac
    fi
}
complete -F _optout_tui optout-tui
