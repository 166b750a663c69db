"""Records as other tools read them: tables, the SIPRI register's shape, PLOVER events, a calendar, data frames."""
