# The project: its name, saving, recovery, and questions before work would be lost.
command-new = New project
    .tooltip = Put all reports and corrections away and begin anew
command-save = Save project
    .tooltip = Save the reports, the chosen counties and all corrections in a project file
command-save-as = Save project as…
    .tooltip = Save the project under another name
command-toggle-embed = Keep the reports' texts in the project
    .tooltip = The project file holds the reports' texts, so that it opens on another computer
menu-recent = Recent projects

project-untitled = Untitled project
project-gone = The file is no longer there
project-title = { $name } — 县鉴 CountyLens
project-title-unsaved = • { $name } — 县鉴 CountyLens
project-copy = Copy of { $name }

dialog-save-project-title = Save project
dialog-save-project-hint = The full path of the project, for example /home/me/comparison.countylens
dialog-filter-project = CountyLens projects

question-unsaved-title = Save the project?
question-unsaved = “{ $name }” has changes that are not saved. Without saving they are lost.
question-in-use-title = Open in another window
question-in-use = “{ $name }” is open in another window. You can open a copy and save it under another name.
question-damaged-title = The project is damaged
question-damaged = “{ $name }” is no project file, or it is damaged ({ $reason }). It was not changed. The backup that the last save left can be opened.
question-replace-title = The file exists already
question-replace = “{ $name }” exists already. What it holds now is kept in the .bak file beside it.
question-recover-title = Unsaved work was found
question-recover = The program did not end properly the last time. “{ $name }” was kept at { $kept }, with { $count ->
    [one] 1 correction
   *[other] { $count } corrections
}.
question-later = Later
answer-save = Save
answer-dont-save = Don't save
answer-open-copy = Open a copy
answer-open-backup = Open the backup
answer-replace = Replace
answer-recover = Recover
answer-discard = Delete

reports-missing = { $name }: file not found; { $count ->
    [one] 1 correction is kept
   *[other] { $count } corrections are kept
}

notice-project-saved = Project saved: { $path }
notice-project-in-use = { $path }: not saved, for another window has this project open. Choose another name.
notice-one-project = { $name }: one project at a time; this one was not opened.
notice-source-missing = { $name }: this report was not found; its corrections ({ $count }) are kept. Put the file back and open the project again.
notice-source-changed = { $name }: the file has changed and was read again. Corrections found again: { $found }; without their sentence, but kept in the history: { $lost }.
notice-autosave-failed = Unsaved changes could not be kept aside ({ $reason }). Please save the project.

error-project-damaged = { $name }: this is no project file, or it is damaged ({ $reason }). It was not changed; open another copy of it.
error-project-newer = { $name }: this project was saved by a newer version (format { $version }). Open it with a newer CountyLens; the file was not changed.
error-project-would-destroy = { $name }: not saved. The file there is not one that this program can read and is not written over; choose another name.
