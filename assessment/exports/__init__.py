"""Tables that teachers take along: as CSV and as XLSX."""
