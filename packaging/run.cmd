@echo off
rem Starts PackWitness from its sources on Windows: builds what is stale, then runs.
rem   packaging\run.cmd                 opens the desktop
rem   packaging\run.cmd COMMAND ...     runs a command without a window
rem Exit codes: 0 done; 1 the check found a fault; 2 wrong usage; 3 could not be done.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
for %%I in ("%~dp0..") do set "PW_HOME=%%~fI"
set "PW_TARGET=%PW_HOME%\target"
set "PW_JAR=%PW_TARGET%\packwitness.jar"
set "PW_STAMP=%PW_TARGET%\run.stamp"

set "PW_JDK="
call :try "%PACKWITNESS_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
for /f "delims=" %%J in ('where java 2^>nul') do for %%K in ("%%~dpJ..") do call :try "%%~fK"
if not defined PW_JDK (
  echo 找不到 JDK 25。No JDK 25 was found. 1>&2
  echo   现状：没有改动任何资料。Safe: nothing was changed. 1>&2
  echo   请安装 / Install it: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  exit /b 3
)

set "PW_STALE=no"
if not exist "%PW_JAR%" set "PW_STALE=yes"
if not exist "%PW_TARGET%\lib" set "PW_STALE=yes"
if not exist "%PW_TARGET%\fx" set "PW_STALE=yes"
if "%PW_STALE%"=="no" (
  powershell -NoProfile -Command "$r = if (Test-Path -LiteralPath $env:PW_STAMP) { $env:PW_STAMP } else { $env:PW_JAR }; $t = (Get-Item -LiteralPath $r).LastWriteTimeUtc; $s = @(Get-Item -LiteralPath (Join-Path $env:PW_HOME 'pom.xml')) + @(Get-ChildItem -LiteralPath (Join-Path $env:PW_HOME 'src\main') -Recurse); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }" <nul
  if errorlevel 1 set "PW_STALE=yes"
)
if "%PW_STALE%"=="yes" (
  call :build
  if errorlevel 1 exit /b 3
)

set "PW_UTF8=-Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dstdin.encoding=UTF-8"
call :names_command %*
if "%PW_COMMAND%"=="yes" goto command
"%PW_JDK%\bin\java.exe" --enable-native-access=javafx.graphics,javafx.media,ALL-UNNAMED --module-path "%PW_TARGET%\fx" --add-modules javafx.controls,javafx.media -Xmx1g %PW_UTF8% %PACKWITNESS_JAVA_OPTS% -cp "%PW_JAR%;%PW_TARGET%\lib\*" packwitness.app.Main %*
exit /b %errorlevel%

:command
rem What is over in seconds needs no second compiler.
set "PW_QUICK="
for %%c in (dossier pack qualify claim buyer find show platforms sheet notice settings code) do if "%~1"=="%%c" set "PW_QUICK=-XX:TieredStopAtLevel=1"
"%PW_JDK%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx1g -XX:+UseSerialGC %PW_QUICK% -Djava.awt.headless=true %PW_UTF8% %PACKWITNESS_JAVA_OPTS% -cp "%PW_JAR%;%PW_TARGET%\lib\*;%PW_TARGET%\fx\*" packwitness.app.Main %*
exit /b %errorlevel%

rem Keeps the folder when it is a JDK 25 and none was found before.
:try
if defined PW_JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "PW_JDK=%~1"
exit /b 0

rem Whether the arguments name a command, or only say how the desktop shall open.
:names_command
set "PW_COMMAND=no"
:next_argument
if "%~1"=="" exit /b 0
if "%~1"=="--vault" goto skip_two
if "%~1"=="--lang" goto skip_two
if "%~1"=="--kiosk" goto skip_one
if "%~1"=="--trial" goto skip_one
set "PW_COMMAND=yes"
exit /b 0
:skip_one
shift
goto next_argument
:skip_two
shift
shift
goto next_argument

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo 程序需要构建，但找不到 Maven。The program has to be built, but Maven was not found. 1>&2
  echo   现状：没有改动任何资料。Safe: nothing was changed. 1>&2
  echo   请安装 / Install it: https://maven.apache.org/download.cgi 1>&2
  exit /b 1
)
echo 正在构建打包见证……（第一次要几分钟） Building PackWitness ... (the first time takes some minutes) 1>&2
if not exist "%PW_TARGET%" mkdir "%PW_TARGET%"
type nul >"%PW_TARGET%\run.building"
set "JAVA25_HOME=%PW_JDK%"
if not defined JAVA_HOME set "JAVA_HOME=%PW_JDK%"
pushd "%PW_HOME%"
call mvn -B -q -DskipTests package <nul >"%PW_TARGET%\run.log" 2>&1
set "PW_BUILT=%errorlevel%"
popd
if not "%PW_BUILT%"=="0" (
  echo 构建失败，全部输出在 / The build failed; its output is in "%PW_TARGET%\run.log". 1>&2
  echo   现状：资料库没有改动。Safe: no vault was touched. 1>&2
  echo   请检查网络和磁盘空间后重试。Check the network and the free disk space, then try again. 1>&2
  exit /b 1
)
move /y "%PW_TARGET%\run.building" "%PW_STAMP%" >nul
exit /b 0
