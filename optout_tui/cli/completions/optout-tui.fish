# fish completion for optout-tui
function __optout_tui_complete
    set -l typed (commandline -ct)
    set -l current (string unescape -- $typed; or string replace -r '^["\']' '' -- $typed)
    set -l words (commandline -opc) "$current[1]"
    set -l lines (optout-tui completion --candidates fish "="$words 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path $typed
        case folders
            __fish_complete_directories $typed
        case '*'
            printf '%s\n' $lines[2..-1]
    end
end
complete -c optout-tui -f -a '(__optout_tui_complete)'
