@echo off
rem Makes the Windows package (.msi) of the program with its own Java. NOT YET RUN by anybody.
rem   packaging\package.cmd [OUT]     the folder is OUT, or target\package
rem Needs JDK 25 (JAVA_HOME), Maven and the WiX toolset 3 or later. Exit codes: 0 done; 3 could not be done.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
for %%I in ("%~dp0..") do set "PW_HOME=%%~fI"
set "PW_TARGET=%PW_HOME%\target"
set "PW_OUT=%~1"
if not defined PW_OUT set "PW_OUT=%PW_TARGET%\package"
set "PW_VERSION=0.1.0"
if not exist "%JAVA_HOME%\bin\jpackage.exe" (
  echo 找不到 JDK 25 的 jpackage（请设置 JAVA_HOME）。No jpackage of a JDK 25 was found; set JAVA_HOME. 1>&2
  echo   现状：没有改动任何资料。Safe: nothing was changed. 1>&2
  exit /b 3
)
pushd "%PW_HOME%"
call mvn -B -q -DskipTests package <nul
set "PW_BUILT=%errorlevel%"
popd
if not "%PW_BUILT%"=="0" exit /b 3
set "PW_INPUT=%PW_TARGET%\package-input"
if exist "%PW_INPUT%" rmdir /s /q "%PW_INPUT%"
mkdir "%PW_INPUT%\lib"
copy /y "%PW_TARGET%\packwitness.jar" "%PW_INPUT%" >nul
copy /y "%PW_TARGET%\lib\*" "%PW_INPUT%\lib" >nul
>"%PW_TARGET%\bag.properties" (
  echo extension=pwbag
  echo mime-type=application/x-packwitness-bag
  echo description=PackWitness evidence bag
)
"%JAVA_HOME%\bin\jpackage.exe" --type msi --dest "%PW_OUT%" --name PackWitness --app-version %PW_VERSION% ^
  --vendor PackWitness --copyright GPL-3.0-or-later --license-file "%PW_HOME%\LICENSE" ^
  --input "%PW_INPUT%" --main-jar packwitness.jar --main-class packwitness.app.Main ^
  --module-path "%PW_TARGET%\fx" --add-modules java.base,java.desktop,java.sql,java.logging,java.xml,java.naming,java.net.http,java.management,jdk.unsupported,jdk.crypto.ec,jdk.localedata,jdk.zipfs,javafx.controls,javafx.media ^
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress zip-6 --include-locales=en,zh" ^
  --java-options "--enable-native-access=javafx.graphics,javafx.media,ALL-UNNAMED" ^
  --java-options "--sun-misc-unsafe-memory-access=allow" --java-options -Xmx1g --java-options -Xms64m --java-options -XX:+UseSerialGC --java-options -XX:MetaspaceSize=64m --java-options -XX:MinHeapFreeRatio=10 --java-options -XX:MaxHeapFreeRatio=25 ^
  --java-options -Dstdout.encoding=UTF-8 --java-options -Dstderr.encoding=UTF-8 --java-options -Dstdin.encoding=UTF-8 ^
  --file-associations "%PW_TARGET%\bag.properties" ^
  --win-menu --win-shortcut --win-dir-chooser --win-per-user-install --win-upgrade-uuid 6f1c6a4e-9d0b-4c3a-8f57-2a4e1d7b9c10
if errorlevel 1 exit /b 3
exit /b 0
