#!/usr/bin/env bash
# Takes the pictures in docs/screens anew: the sample study in the real program, in tmux, at three sizes.
#   scripts/take-pictures.sh .build/release/gloss
set -euo pipefail
gloss=$(realpath "${1:?the built program}")
cd "$(dirname "$0")/.."
pictures=$PWD/docs/screens
sample=$PWD/transcripts-sample
folder=$(mktemp -d)
trap 'tmux -L gloss-pictures kill-server 2>/dev/null || true; rm -rf "$folder"' EXIT

# take NAME DOCUMENT KEY…: a key as tmux names it, or words after "type:"
take() {
    local name=$1 document=$2 size columns rows key
    shift 2
    for size in 80x24 120x40 200x60; do
        columns=${size%x*} rows=${size#*x}
        rm -rf "$folder/study" "$folder/state"
        cp -r "$sample" "$folder/study"
        chmod -R go= "$folder/study"
        if [ "$name" = question ]; then
            sed "s/I've no lever\\. I can't hold anything back from a block\\./Nothing can be held back./" \
                "$folder/study/transcripts/A/A03.txt" > "$folder/new.txt"
            (cd "$folder/study" && HOME=$folder GLOSS_CODER=rs "$gloss" revise A03 --from "$folder/new.txt" > /dev/null)
        fi
        if [ "$name" = framework ]; then
            (cd "$folder/study" && export HOME=$folder GLOSS_CODER=rs && for cell in \
                "A03 contracting-funding|Block unchanged for years; cannot flex evenings. Nobody can say what is in it." \
                "A01 contracting-funding|Has the block because the trust is on one, and is glad not to have to ask." \
                "A03 organisation|Reports to many and decides with few."; do
                "$gloss" framework write ${cell%%|*} "${cell#*|}" > /dev/null
            done && "$gloss" search kitchen doc:A03 --code block-contracts --yes > /dev/null)
        fi
        tmux -L gloss-pictures new-session -d -x "$columns" -y "$rows" -c "$folder/study" \
            "env HOME='$folder' XDG_STATE_HOME='$folder/state' XDG_CONFIG_HOME='$folder' GLOSS_CODER=rs LC_ALL=C.UTF-8 \
            '$gloss' $document"
        sleep 1
        for key in "$@"; do
            case $key in
                type:*) tmux -L gloss-pictures send-keys -l "${key#type:}" ;;
                *) tmux -L gloss-pictures send-keys "$key" ;;
            esac
            sleep 0.2
        done
        sleep 0.5
        tmux -L gloss-pictures capture-pane -p > "$pictures/$name-$size.txt"
        tmux -L gloss-pictures kill-server
    done
}

take dashboard "" g d
take reading "open A03 --at 15" Tab
take picker "open A03 --at 48" s c type:bl
take help "open A03 --at 6" "?"
take palette "open A03 --at 1" : type:se
take search "open A03 --at 6" / type:block
take extracts "open A03 --at 15" g e
take question "open A03" g !
take codebook "" g c j j
take merge "" g c j Space j M
take themes "" g i j
take map "" g i z
take memos "" g m j
take timeline "" g h j j
take matrix "" g f f j j l
take pairs "" g f f f f f f f f l
take framework "" g w g !
take framework-cell "" g w g ! "|" Tab Tab
take keywords "" g k "type:confus* | block | data" Enter j j Space Space
take keywords-code "" g k "type:block" Enter Space Space c type:bc Enter
take past "" g h j j z g c j j
