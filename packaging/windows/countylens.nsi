; The installer for Windows: for this user only, no administrator needed. Built by packaging/windows/build.
;   makensis -DVERSION=0.1.0 -DFROM=folder-with-the-programs -DOUT=CountyLens-Setup.exe countylens.nsi
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh

Name "县鉴 CountyLens"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\CountyLens"
InstallDirRegKey HKCU "Software\CountyLens" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "CountyLens"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "CountyLens Setup"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT OR Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\countylens-window.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "English"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CountyLens"
!define PROGRAM "Software\Classes\Applications\countylens-window.exe"
!define PROJECT "Software\Classes\CountyLens.Project"

Section
  SetOutPath "$INSTDIR"
  ; With a window and no console, and for the command line.
  File "${FROM}\countylens-window.exe"
  File "${FROM}\countylens.exe"
  File "${ICON}"
  File "..\..\LICENSE-MIT"
  File "..\..\LICENSE-APACHE"
  File /oname=LICENSE-Noto-Sans-SC.txt "..\..\assets\fonts\OFL.txt"
  SetOutPath "$INSTDIR\samples"
  File "..\..\assets\samples\*.txt"
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\县鉴 CountyLens.lnk" "$INSTDIR\countylens-window.exe" "" "$INSTDIR\countylens.ico"

  ; Open with… for text files; the program of *.countylens.
  WriteRegStr HKCU "${PROGRAM}" "FriendlyAppName" "县鉴 CountyLens"
  WriteRegStr HKCU "${PROGRAM}\SupportedTypes" ".txt" ""
  WriteRegStr HKCU "${PROGRAM}\SupportedTypes" ".countylens" ""
  WriteRegStr HKCU "${PROGRAM}\DefaultIcon" "" "$INSTDIR\countylens.ico"
  WriteRegStr HKCU "${PROGRAM}\shell\open\command" "" '"$INSTDIR\countylens-window.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.txt\OpenWithList\countylens-window.exe" "" ""
  WriteRegStr HKCU "Software\Classes\.countylens" "" "CountyLens.Project"
  WriteRegStr HKCU "${PROJECT}" "" "县鉴项目 CountyLens project"
  WriteRegStr HKCU "${PROJECT}\DefaultIcon" "" "$INSTDIR\countylens.ico"
  WriteRegStr HKCU "${PROJECT}\shell\open\command" "" '"$INSTDIR\countylens-window.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\CountyLens" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "县鉴 CountyLens"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\countylens.ico"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Projects and settings stay.
Section "Uninstall"
  Delete "$INSTDIR\countylens-window.exe"
  Delete "$INSTDIR\countylens.exe"
  Delete "$INSTDIR\countylens.ico"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\LICENSE-Noto-Sans-SC.txt"
  Delete "$INSTDIR\samples\*.txt"
  RMDir "$INSTDIR\samples"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\县鉴 CountyLens.lnk"
  DeleteRegKey HKCU "${PROGRAM}"
  DeleteRegKey HKCU "Software\Classes\.txt\OpenWithList\countylens-window.exe"
  DeleteRegKey HKCU "Software\Classes\.countylens"
  DeleteRegKey HKCU "${PROJECT}"
  DeleteRegKey HKCU "Software\CountyLens"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
