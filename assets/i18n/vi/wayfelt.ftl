### Every word that people see. Ids are the same in all languages; a section belongs to one room of the code.



## The map's own words (layout, and wherever the map is read out)



## Channels



## Errors of files



## Faults and advice



## Edits, as undo names them



## Import and export



## The command line



## Commands



## The window



## Insights and plots


