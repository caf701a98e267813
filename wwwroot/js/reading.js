// The reading tools of a report. A page without this script lacks only them.
