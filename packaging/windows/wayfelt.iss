; The installer for Windows, for one user without rights of an administrator or for all. NOT YET TRIED.
; packaging/windows/build says Version, Folder and Out.

[Setup]
AppId={{6F1B0B52-6C1E-4A55-9C3B-9C0F2C0E7A11}
AppName=Wayfelt
AppVersion={#Version}
AppPublisher=The Wayfelt developers
DefaultDirName={autopf}\Wayfelt
DefaultGroupName=Wayfelt
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile={#Folder}\LICENSE-MIT
SetupIconFile={#Folder}\wayfelt.ico
UninstallDisplayIcon={app}\wayfelt.ico
OutputDir={#Out}
OutputBaseFilename=wayfelt-{#Version}-windows-x86_64-setup
Compression=lzma2
SolidCompression=yes

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Wayfelt"; Filename: "{app}\wayfelt.exe"; IconFilename: "{app}\wayfelt.ico"

[Registry]
; A package is ours alone; other programs write RON too, so for that Wayfelt only offers itself.
Root: HKA; Subkey: "Software\Classes\.wayfelt"; ValueType: string; ValueData: "Wayfelt.Map"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.ron\OpenWithProgids"; ValueType: string; ValueName: "Wayfelt.Map"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Wayfelt.Map"; ValueType: string; ValueData: "Customer journey map"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Wayfelt.Map\DefaultIcon"; ValueType: string; ValueData: "{app}\wayfelt.ico"
Root: HKA; Subkey: "Software\Classes\Wayfelt.Map\shell\open\command"; ValueType: string; ValueData: """{app}\wayfelt.exe"" ""%1"""
