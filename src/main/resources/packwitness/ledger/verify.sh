#!/bin/sh
# Checks this bag with coreutils and openssl alone: sh verify.sh
# 只用 coreutils 和 openssl 核验本证据包：sh verify.sh
# Exit 退出码: 0 no fault 未发现问题; 1 a fault 发现问题; 3 could not check 无法核验
# PackWitness verify.sh 1; what each byte means: README.txt and evidence-format.md

LC_ALL=C
export LC_ALL
NL='
'
faults=0
open=0

good() { printf '[通过 OK] %s | %s\n' "$1" "$2"; }
bad() {
    printf '[未通过 FAILED] %s | %s\n' "$1" "$2"
    faults=$((faults + 1))
}
unsure() {
    printf '[无法判断 UNDECIDED] %s | %s\n' "$1" "$2"
    open=$((open + 1))
}
stop() {
    printf '[无法核验 NOT CHECKED] %s | %s\n' "$1" "$2"
    exit 3
}

here=$(dirname -- "$0") || stop '缺少 dirname' 'dirname is missing'
cd -- "$here" || stop '打不开证据包文件夹' 'the folder of the bag cannot be opened'
[ -f bagit.txt ] || [ -f tagmanifest-sha256.txt ] || stop '这里不是证据包' 'this is no bag'
for tool in openssl cat od tr base64; do
    command -v "$tool" >/dev/null || stop "缺少程序 $tool" "program $tool is missing"
done
if command -v sha256sum >/dev/null; then
    sum() { sha256sum; }
else
    sum() { openssl dgst -sha256 -r; }
fi

# hash_of FILE -> $hash
hash_of() {
    hash=$(sum <"$1") || hash=
    hash=${hash%% *}
}

# is_hash TEXT: 64 lower-case hexadecimal digits
is_hash() {
    case $1 in *[!0-9a-f]* | '') return 1 ;; esac
    [ ${#1} -eq 64 ]
}

# is_number TEXT: decimal without leading zero, short enough for the shell
is_number() {
    case $1 in *[!0-9]* | '' | 0?*) return 1 ;; esac
    [ ${#1} -le 18 ]
}

# ---- 1. manifests, both ways

# manifest FILE PREFIX -> every file named there is as promised; adds to $names
manifest() {
    if [ ! -f "$1" ] || [ -L "$1" ]; then
        bad "缺少清单 $1" "manifest $1 is missing"
        return
    fi
    copy=
    count=0
    before=$faults
    while IFS= read -r line || [ -n "$line" ]; do
        copy=$copy$line$NL
        want=${line%%'  '*}
        name=${line#*'  '}
        case /$name/ in
        *//* | */./* | */../*)
            bad "$1 中的路径无效: $name" "$1 has a path that is not allowed: $name"
            continue
            ;;
        esac
        case $name in
        "$2"*) ;;
        *)
            bad "$1 中的路径无效: $name" "$1 has a path that is not allowed: $name"
            continue
            ;;
        esac
        case $names in *"$NL$name$NL"*) bad "$1 中重复: $name" "$1 names it twice: $name" ;; esac
        names=$names$name$NL
        count=$((count + 1))
        if [ ! -f "$name" ] || [ -L "$name" ]; then
            bad "缺少文件: $name" "file is missing: $name"
            continue
        fi
        hash_of "$name"
        [ "$hash" = "$want" ] || bad "文件内容已改变: $name" "file was changed: $name"
    done <"$1"
    # The shell drops some bytes when it reads lines; what it read must be the whole file.
    hash_of "$1"
    read_hash=$(printf '%s' "$copy" | sum)
    [ "$hash" = "${read_hash%% *}" ] || bad "清单格式有误: $1" "manifest is not well formed: $1"
    [ $faults -eq $before ] &&
        good "$1: $count 个文件与清单逐字节一致" "$1: $count files are byte for byte as listed"
}

# foreign FOLDER: every file below must be named in $names
foreign() {
    for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        [ -e "$entry" ] || [ -L "$entry" ] || continue
        if [ -d "$entry" ] && [ ! -L "$entry" ]; then
            foreign "$entry"
        else
            case $names in
            *"$NL$entry$NL"*) ;;
            *) bad "清单以外的文件: $entry" "file that no manifest names: $entry" ;;
            esac
        fi
    done
}

names=$NL
manifest tagmanifest-sha256.txt ''
for entry in bagit.txt bag-info.txt manifest-sha256.txt README.txt verify.sh; do
    case $names in
    *"$NL$entry$NL"*) ;;
    *) bad "标签清单未列出: $entry" "the tag manifest does not name: $entry" ;;
    esac
done
for entry in * .[!.]* ..?*; do
    case $entry in data | tagmanifest-sha256.txt) continue ;; esac
    [ -e "$entry" ] || [ -L "$entry" ] || continue
    case $names in
    *"$NL$entry$NL"*) ;;
    *) unsure "不属于证据包: $entry" "does not belong to the bag: $entry" ;;
    esac
done
names=$NL
manifest manifest-sha256.txt data/
before=$faults
foreign data
[ $faults -eq $before ] &&
    good 'data/ 中没有清单以外的文件' 'data/ holds no file that the manifest does not name'

# ---- 2. checkpoints: signature of the device key, time stamp

# octal HEX -> $bytes, a format that printf turns into these bytes
octal() {
    rest=$1
    bytes=
    while [ -n "$rest" ]; do
        tail=${rest#??}
        two=${rest%"$tail"}
        rest=$tail
        n=$((0x$two))
        bytes="$bytes\\$((n / 64))$((n / 8 % 8))$((n % 8))"
    done
}

# parent LEFT RIGHT -> $node; what was hashed once is remembered
parent() {
    eval "node=\${node_$1_$2-}"
    [ -n "$node" ] && return
    octal "01$1$2"
    # shellcheck disable=SC2059
    node=$(printf "$bytes" | sum)
    node=${node%% *}
    eval "node_$1_$2=$node"
}

# read_note FOLDER -> $origin $size $root; fails where the text is not three lines as they must be
read_note() {
    origin= size= base= more=
    {
        IFS= read -r origin
        IFS= read -r size
        IFS= read -r base
        IFS= read -r more
    } <"$1/note" 2>/dev/null
    hash_of "$1/note"
    again=$(printf '%s\n%s\n%s\n' "$origin" "$size" "$base" | sum)
    [ "$hash" = "${again%% *}" ] || return 1
    is_number "$size" || return 1
    root=$(printf '%s\n' "$base" | base64 -d 2>/dev/null | od -An -v -tx1 | tr -d ' \n')
    is_hash "$root"
}

keys_used=
# checkpoint FOLDER
checkpoint() {
    if ! read_note "$1"; then
        bad "检查点无法读取: $1/note" "checkpoint cannot be read: $1/note"
        return
    fi
    if openssl dgst -sha256 -verify "$1/key.pem" -signature "$1/note.sig" "$1/note" \
        >/dev/null 2>&1; then
        good "检查点($size 行)的设备签名有效: $1" \
            "checkpoint ($size rows) is signed by the device key: $1"
    else
        bad "检查点签名无效: $1/note.sig" "signature of the checkpoint is not valid: $1/note.sig"
    fi
    key=$(openssl pkey -pubin -in "$1/key.pem" -outform DER 2>/dev/null | sum)
    keys_used="$keys_used$1 ${key%% *}$NL"
    stamp "$1"
}

# stamp FOLDER
stamp() {
    if [ ! -f "$1/note.tsr" ]; then
        [ "$1" = data/ledger/checkpoint ] &&
            unsure '此检查点尚无时间戳，时间未经第三方证明' \
                'this checkpoint has no time stamp: nobody else attests its time'
        return
    fi
    when=$(cat "$1/attime" 2>/dev/null)
    is_number "$when" || when=0
    if openssl ts -verify -data "$1/note" -in "$1/note.tsr" -CAfile "$1/tsa-chain.pem" \
        -partial_chain -attime "$when" >/dev/null 2>&1 &&
        openssl ts -verify -queryfile "$1/note.tsq" -in "$1/note.tsr" \
            -CAfile "$1/tsa-chain.pem" -partial_chain -attime "$when" >/dev/null 2>&1; then
        time=$(openssl ts -reply -in "$1/note.tsr" -text 2>/dev/null | time_line)
        good "时间戳有效，检查点不晚于 $time: $1" \
            "time stamp is valid, the checkpoint is not later than $time: $1"
    else
        bad "时间戳无效: $1/note.tsr" "time stamp is not valid: $1/note.tsr"
    fi
    who=$(openssl x509 -in "$1/tsa-chain.pem" -noout -subject -nameopt RFC2253,-esc_msb 2>/dev/null)
    case $who in
    *TEST*)
        unsure "!!! 测试时间戳，没有第三方证明力 !!! $who" \
            "!!! TEST time stamp, it has no weight as evidence of a third party !!!"
        ;;
    *)
        unsure "请自行判断是否信任此时间戳机构: $who" \
            "judge yourself whether this authority is to be trusted"
        ;;
    esac
}

# time_line: prints the time in the text of a time stamp
time_line() {
    while IFS= read -r line; do
        case $line in 'Time stamp: '*) printf '%s' "${line#Time stamp: }" ;; esac
    done
}

for folder in data/ledger/checkpoint data/ledger/checkpoints/*; do
    [ -e "$folder" ] || continue
    checkpoint "$folder"
done

main_ok=1
read_note data/ledger/checkpoint || main_ok=0
main_size=$size
main_root=$root
main_origin=$origin

# ---- 3. rows: each is in the ledger of the checkpoint, and they are chained

# included LEAF SEQ FILE: walks up to the root (RFC 9162, 2.1.3.2)
included() {
    node=$1
    place=$2
    last=$((main_size - 1))
    [ "$place" -le "$last" ] || return 1
    while IFS= read -r other || [ -n "$other" ]; do
        is_hash "$other" || return 1
        [ $last -gt 0 ] || return 1
        if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
            parent "$other" "$node"
            while [ $((place % 2)) -eq 0 ] && [ "$place" -ne 0 ]; do
                place=$((place / 2))
                last=$((last / 2))
            done
        else
            parent "$node" "$other"
        fi
        place=$((place / 2))
        last=$((last / 2))
    done <"$3"
    [ "$last" -eq 0 ] && [ "$node" = "$main_root" ]
}

rows=0
seqs=
said=$NL
ledger_keys=' '
before=$faults
for row in data/ledger/rows/*.row; do
    [ -f "$row" ] || continue
    seq=${row#data/ledger/rows/}
    seq=${seq%.row}
    if ! is_number "$seq"; then
        bad "文件名无效: $row" "name is not allowed: $row"
        continue
    fi
    rows=$((rows + 1))
    seqs="$seqs $seq"
    line_no=0
    kind= prev= told=
    while IFS= read -r line; do
        line_no=$((line_no + 1))
        case $line_no in
        1) [ "$line" = 'packwitness row v1' ] || line_no=100 ;;
        2) prev=${line#prev } ;;
        3) told=${line#seq } ;;
        4) ;;
        5) kind=${line#kind } ;;
        *)
            value=${line#* }
            is_hash "$value" && said="$said$seq ${line%% *} $value$NL"
            case $kind in
            GENESIS | KEY) case $line in 'key '*) ledger_keys="$ledger_keys${line#key } " ;; esac ;;
            esac
            case $line in 'origin '*)
                [ "$kind" != GENESIS ] || [ "${line#origin }" = "$main_origin" ] ||
                    bad "检查点与首行的账本名不同: $row" "origin of checkpoint and first row differ: $row"
                ;;
            esac
            ;;
        esac
    done <"$row"
    [ "$told" = "$seq" ] && [ $line_no -lt 100 ] && is_hash "$prev" ||
        bad "行内容与文件名不符: $row" "the row does not say what its name says: $row"
    leaf=$({
        printf '\000'
        cat "$row"
    } | sum)
    leaf=${leaf%% *}
    eval "leaf_$seq=\$leaf prev_$seq=\$prev"
    proof=data/ledger/proofs/$seq.txt
    if [ $main_ok -eq 0 ] || [ ! -f "$proof" ] || ! included "$leaf" "$seq" "$proof"; then
        bad "无法证明该行在检查点的账本中: $row" "the row is not shown to be in the ledger: $row"
    fi
done
[ $faults -eq $before ] && [ $rows -gt 0 ] &&
    good "$rows 行记录都在检查点所含账本之中" "$rows rows are in the ledger of the checkpoint"
[ $rows -gt 0 ] || bad '没有账本记录: data/ledger/rows' 'no rows of the ledger: data/ledger/rows'

before=$faults
links=0
for seq in $seqs; do
    [ "$seq" -gt 0 ] || continue
    eval "before_leaf=\${leaf_$((seq - 1))-} own_prev=\$prev_$seq"
    [ -n "$before_leaf" ] || continue
    links=$((links + 1))
    [ "$before_leaf" = "$own_prev" ] ||
        bad "与前一行不相连: data/ledger/rows/$seq.row" \
            "is not chained to the row before: data/ledger/rows/$seq.row"
done
[ $faults -eq $before ] && good "$links 处相邻记录首尾相连" "$links neighbouring rows are chained"

before=$faults
while IFS= read -r line; do
    [ -n "$line" ] || continue
    case $ledger_keys in
    *" ${line#* } "*) ;;
    *) bad "签名密钥不是账本所记密钥: ${line% *}/key.pem" "key is not the ledger's key: ${line% *}/key.pem" ;;
    esac
done <<END
$keys_used
END
[ $faults -eq $before ] && good '签名密钥即账本首行所记密钥' 'the signing key is the one that the ledger names'

# ---- 4. personal values that were disclosed, and the files

before=$faults
count=0
for salt in data/ledger/salts/*; do
    [ -f "$salt" ] || continue
    at=${salt#data/ledger/salts/}
    hash_of "$salt"
    count=$((count + 1))
    case $said in
    *"$NL${at%%.*} ${at#*.}.salted $hash$NL"*) ;;
    *) bad "披露的内容与账本不符: $salt" "what is disclosed is not what the ledger holds: $salt" ;;
    esac
done
[ $faults -eq $before ] && good "$count 项披露内容与账本中的加盐哈希相符" \
    "$count disclosed values fit the salted hashes in the ledger"

before=$faults
count=0
if [ -f data/ledger/files.txt ]; then
    while IFS= read -r line || [ -n "$line" ]; do
        role=${line%% *}
        rest=${line#* }
        want=${rest%% *}
        name=${rest#* }
        if [ ! -f "$name" ]; then
            bad "缺少文件: $name" "file is missing: $name"
            continue
        fi
        hash_of "$name"
        [ "$hash" = "$want" ] || bad "文件内容已改变: $name" "file was changed: $name"
        case $role in
        ORIGINAL | RECEIVED)
            count=$((count + 1))
            case $said in
            *" $hash$NL"*) ;;
            *) bad "账本中没有此文件的哈希: $name" "the ledger does not hold the hash of: $name" ;;
            esac
            ;;
        esac
    done <data/ledger/files.txt
fi
[ $faults -eq $before ] && good "$count 个原始文件的哈希记在账本中" \
    "the ledger holds the hashes of $count original files"

# ---- 5. all checkpoints are of one growing ledger (RFC 9162, 2.1.4.2)

# grew SMALLER LARGER PROOF SMALLER_ROOT LARGER_ROOT
grew() {
    [ "$1" -gt 0 ] && [ "$1" -lt "$2" ] || return 1
    place=$(($1 - 1))
    last=$(($2 - 1))
    while [ $((place % 2)) -eq 1 ]; do
        place=$((place / 2))
        last=$((last / 2))
    done
    first= second=
    # A smaller tree that is complete is itself the first hash of the proof.
    n=$1
    while [ $((n % 2)) -eq 0 ]; do n=$((n / 2)); done
    [ $n -eq 1 ] && first=$4 && second=$4
    while IFS= read -r other || [ -n "$other" ]; do
        is_hash "$other" || return 1
        if [ -z "$first" ]; then
            first=$other
            second=$other
            continue
        fi
        [ "$last" -gt 0 ] || return 1
        if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
            parent "$other" "$first"
            first=$node
            parent "$other" "$second"
            second=$node
            while [ $((place % 2)) -eq 0 ] && [ "$place" -ne 0 ]; do
                place=$((place / 2))
                last=$((last / 2))
            done
        else
            parent "$second" "$other"
            second=$node
        fi
        place=$((place / 2))
        last=$((last / 2))
    done <"$3"
    [ "$last" -eq 0 ] && [ "$first" = "$4" ] && [ "$second" = "$5" ]
}

before=$faults
count=0
for folder in data/ledger/checkpoints/*; do
    [ -d "$folder" ] || continue
    read_note "$folder" || continue
    count=$((count + 1))
    if [ "$size" -lt "$main_size" ]; then
        proof=data/ledger/consistency/$size-$main_size.txt
        [ -f "$proof" ] && grew "$size" "$main_size" "$proof" "$root" "$main_root"
    else
        proof=data/ledger/consistency/$main_size-$size.txt
        [ -f "$proof" ] && grew "$main_size" "$size" "$proof" "$main_root" "$root"
    fi || bad "与主检查点不是同一条只增账本: $folder" "is not of the same growing ledger: $folder"
    [ "$origin" = "$main_origin" ] || bad "账本名不同: $folder" "another ledger: $folder"
done
[ $count -gt 0 ] && [ $faults -eq $before ] &&
    good "$count 个较早的检查点出自同一条只增账本" "$count other checkpoints are of the same growing ledger"

# ----

printf '\n不证明画面内容真实、未摆拍; 也不证明操作者身份、账本没有别的记录、证据包以外的情况。\n'
printf 'NOT proven: that the scene is true and not staged; who operated; that the ledger has no other rows; anything outside this bag.\n'
if [ $faults -gt 0 ]; then
    printf '\n结果: 未通过，%s 处问题 | RESULT: FAILED, %s faults\n' "$faults" "$faults"
    exit 1
fi
printf '\n结果: 未发现问题，%s 项须自行判断 | RESULT: no fault found, %s points are left to your judgement\n' "$open" "$open"
exit 0
