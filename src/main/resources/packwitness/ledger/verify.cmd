@echo off
rem UNTESTED: not yet run on Windows. Shows the SHA-256 of one file by certutil, to be compared by eye:
rem   verify.cmd "data\...\take.mp4"
rem For all files at once: verify.ps1. For signatures and time stamps: verify.sh.
if "%~1"=="" (
    powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0verify.ps1"
    exit /b %errorlevel%
)
certutil -hashfile "%~1" SHA256
