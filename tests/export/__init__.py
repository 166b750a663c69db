"""Exports: tables, the register, PLOVER, the calendar, frames."""
