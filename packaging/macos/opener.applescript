-- macOS tells a program of double-clicked files by an event, not by arguments: this takes the event and starts the program
-- with the files' paths. A window that is open already takes them from there.

on program()
	return POSIX path of (path to me) & "Contents/Resources/countylens"
end program

on run
	do shell script quoted form of program() & " >/dev/null 2>&1 &"
end run

on open theFiles
	set theArguments to ""
	repeat with aFile in theFiles
		set theArguments to theArguments & " " & quoted form of POSIX path of aFile
	end repeat
	do shell script quoted form of program() & theArguments & " >/dev/null 2>&1 &"
end open
