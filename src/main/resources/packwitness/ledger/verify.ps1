# UNTESTED: written for Windows PowerShell 5.1, not yet run on Windows. verify.sh is the tested one.
# 未经测试：为 Windows PowerShell 5.1 编写，尚未在 Windows 上运行；经过测试的是 verify.sh。
# Checks the manifests of this bag both ways 双向核对清单:
#   powershell -ExecutionPolicy Bypass -File verify.ps1
# Exit 退出码: 0 no fault 未发现问题; 1 a fault 发现问题; 3 could not check 无法核验
# It does not check signatures, time stamps or the ledger 不核验签名、时间戳和账本

$here = Split-Path -Parent $MyInvocation.MyCommand.Path
if (-not (Test-Path -LiteralPath "$here\tagmanifest-sha256.txt")) {
    Write-Output '[NOT CHECKED] no bag here'
    exit 3
}
$faults = 0

function Bad($text) {
    Write-Output "[FAILED] $text"
    $script:faults++
}

function Check-Manifest($name, $prefix) {
    $named = @{}
    foreach ($line in [IO.File]::ReadAllLines("$here\$name", [Text.Encoding]::UTF8)) {
        if ($line -cnotmatch '^([0-9a-f]{64})  (.+)$') { Bad "$name is not well formed"; continue }
        $want = $Matches[1]
        $path = $Matches[2]
        $parts = $path.Split('/')
        if (-not $path.StartsWith($prefix, [StringComparison]::Ordinal) -or
            $parts -contains '' -or $parts -contains '.' -or $parts -contains '..' -or
            $path.Contains(':') -or $path.Contains('\')) {
            Bad "$name has a path that is not allowed: $path"
            continue
        }
        if ($named.ContainsKey($path)) { Bad "$name names it twice: $path" }
        $named[$path] = $true
        $file = Join-Path $here ($path.Replace('/', '\'))
        if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { Bad "missing: $path"; continue }
        $real = (Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash.ToLowerInvariant()
        if ($real -cne $want) { Bad "changed: $path" }
    }
    return $named
}

$tags = Check-Manifest 'tagmanifest-sha256.txt' ''
foreach ($tag in 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'README.txt', 'verify.sh') {
    if (-not $tags.ContainsKey($tag)) { Bad "the tag manifest does not name: $tag" }
}
$payload = Check-Manifest 'manifest-sha256.txt' 'data/'
foreach ($file in Get-ChildItem -LiteralPath "$here\data" -Recurse -Force -File) {
    $path = $file.FullName.Substring($here.Length + 1).Replace('\', '/')
    if (-not $payload.ContainsKey($path)) { Bad "no manifest names: $path" }
}
if ($faults -gt 0) {
    Write-Output "RESULT: FAILED, $faults faults"
    exit 1
}
Write-Output 'RESULT: the files are as listed; signatures, time stamps and ledger were not checked'
exit 0
