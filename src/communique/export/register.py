"""Arms deals in the shape of the SIPRI Arms Transfers Database's trade register, in both published column sets.

`register.csv` has the 16 columns of the older form (one row an order, with uncertainty as "?" in a column without a
name, and the comments); `deliveries.csv` the 17 of the newer one (one row a deal and year of delivery, with columns
"… is estimate"). Sources: SIPRI, Sources and methods
(https://www.sipri.org/databases/armstransfers/sources-and-methods), and the headers of the files that
https://armstransfers.sipri.org gives. Both end with `record_id` and `article_id`, ours.

The trend-indicator values are SIPRI's own estimates and are left blank, as are its database ids, armament categories
and the status "New", which an article does not say.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from communique.export.asserting import asserted
from communique.export.csv_tables import csv_text
from communique.export.deals import (
    UNKNOWN_RECIPIENT,
    UNKNOWN_SUPPLIER,
    Figure,
    Record,
    comments,
    count_of,
    deliveries_of,
    states,
    value_of,
    year_of,
)
from communique.export.fields import text
from communique.export.losses import REFUSED, Losses, LossTable

OURS = ("record_id", "article_id")
"""The columns that are added to the published ones."""
REGISTER = (
    *("Recipient", "Supplier", "Year of order", "", "Number ordered", "", "Weapon designation", "Weapon description"),
    *("Number delivered", "", "Year(s) of delivery", "status", "Comments"),
    *("SIPRI TIV per unit", "SIPRI TIV for total order", "SIPRI TIV of delivered weapons"),
    *OURS,
)
DELIVERIES = (
    *("SIPRI AT Database ID", "Supplier", "Recipient", "Designation", "Description", "Armament category"),
    *("Order date", "Order date is estimate", "Numbers delivered", "Numbers delivered is estimate"),
    *("Delivery year", "Delivery year is estimate", "Status", "SIPRI estimate", "TIV deal unit"),
    *("TIV delivery values", "Local production"),
    *OURS,
)
FILES: Mapping[str, tuple[str, ...]] = {"register.csv": REGISTER, "deliveries.csv": DELIVERIES}
"""The files with their columns."""
FILLED: Mapping[str, str] = {
    "Recipient": "the state that receives, in SIPRI's spelling, or unknown recipient(s)",
    "Supplier": "the state that supplies, or unknown supplier(s)",
    "Year of order": "the year of a contract's date; blank for a delivery",
    "": '"?" where the figure before it is an estimate: about, at least, at most, a range, one of several years',
    "Number ordered": "how many items a contract is of; of a range the lower end",
    "Weapon designation": "the weapon's name",
    "Weapon description": "what kind of weapon, else the noun that is counted",
    "Number delivered": "how many items were delivered",
    "Year(s) of delivery": "the years in which was delivered; what is due is in the comments",
    "status": '"Second hand" where the article says so',
    "Comments": "price, a number that is no exact one, names of firms and services, terms, what is due, the article",
    "Designation": "the weapon's name",
    "Description": "what kind of weapon, else the noun that is counted",
    "Order date": "the year of a contract's date; blank for a delivery",
    "Order date is estimate": "Yes or No; blank without a year",
    "Numbers delivered": "how many items were delivered, where it is in one year",
    "Numbers delivered is estimate": "Yes or No; blank without a number",
    "Delivery year": "a year in which was delivered",
    "Delivery year is estimate": "Yes or No; blank without a year",
    "Status": '"Second hand" where the article says so',
    "Local production": "Yes where the terms are a licence or local production",
    "record_id": "the event's record (ours)",
    "article_id": "the article (ours)",
}
"""What fills a column; the others are left blank."""
LOSSES: LossTable = {
    "refused": REFUSED,
    "not_accepted": "not accepted: asserts nothing, left out",
    "other_kind": "no arms deal: left out",
    "not_ordered": "a deal that is not ordered (interest, negotiation, approval, cancelled or no stage): left out",
    "unknown_end": "a deal with no state on one side: the side is unknown, its names are in the comments",
    "several_states": "a deal of several states on one side: a row each pair, the number in the comments alone",
    "several_years": "a delivery over several years: how many in each is not known and left blank",
    "price": "a price: in the comments of register.csv alone",
    "terms": "terms of the deal: in the comments of register.csv; second-hand and licences also in their columns",
    "no_count": "a number of no whole items: in the comments alone",
}
_STAGES = ("contract", "delivery")


class Register:
    """Writes the two files into `folder`; a context manager. `losses` counts what they do not hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.losses: Losses = Counter()
        self.rows: Counter[str] = Counter()
        self._files: list[IO[str]] = []

    def __enter__(self) -> Self:
        self._writers = {}
        for name, columns in FILES.items():
            self._files.append((self._folder / name).open("w", encoding="utf-8", newline=""))
            self._writers[name] = csv.writer(self._files[-1])
            self._writers[name].writerow(columns)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def write(self, record: Record) -> None:
        """Adds the rows of a record; what has no place is counted."""
        record, refused = asserted(record)
        if (reason := _left_out(record)) is not None:
            self.losses[reason] += 1
            return
        self.losses.update(_losses(record["event"]))
        self.losses.update(["refused"] * refused)
        for supplier, recipient in pairs(record["event"]):
            self._add("register.csv", register_row(record, supplier, recipient))
            for row in delivery_rows(record, supplier, recipient):
                self._add("deliveries.csv", row)

    def _add(self, name: str, row: tuple[object, ...]) -> None:
        self._writers[name].writerow([csv_text(cell) if isinstance(cell, str) else cell for cell in row])
        self.rows[name] += 1


def _left_out(record: Record) -> str | None:
    if record["kind"] != "arms_deal":
        return "other_kind"
    if not record["accepted"]:
        return "not_accepted"
    return None if value_of(record["event"], "stage") in _STAGES else "not_ordered"


def _losses(event: Mapping[str, Any]) -> Iterator[str]:
    ends = [states(event.get(end) or ()) for end in ("supplier", "recipient")]
    quantity = event.get("quantity")
    happened = {
        "unknown_end": not all(ends),
        "several_states": max(map(len, ends)) > 1,
        "several_years": len(tuple(deliveries_of(event))) > 1,
        "price": bool(event.get("amount")),
        "terms": bool(event.get("terms")),
        "no_count": bool(quantity) and count_of(quantity).value is None,
    }
    return (name for name, is_so in happened.items() if is_so)


def pairs(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each supplying state with each receiving one."""
    for supplier in states(event.get("supplier") or ()) or (UNKNOWN_SUPPLIER,):
        for recipient in states(event.get("recipient") or ()) or (UNKNOWN_RECIPIENT,):
            yield supplier, recipient


def _is_shared(event: Mapping[str, Any]) -> bool:
    return len(tuple(pairs(event))) > 1


def _count(event: Mapping[str, Any]) -> Figure:
    """The number of items, where it is that of one pair of states."""
    return Figure() if _is_shared(event) else count_of(event.get("quantity"))


def _weapon(event: Mapping[str, Any]) -> tuple[str, str]:
    """Designation and description; where an article has no description, the noun that it counts."""
    designation, noun = value_of(event, "designation"), (event.get("quantity") or {}).get("unit")
    description = value_of(event, "description") or (noun if noun != designation else None)
    return text(designation) or "", text(description) or ""


def _status(event: Mapping[str, Any]) -> str:
    return "Second hand" if "second_hand" in _terms(event) else ""


def _terms(event: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(term["value"] for term in event.get("terms") or ())


def _marked(figure: Figure) -> tuple[object, str]:
    """A figure and its "?"."""
    return ("" if figure.value is None else figure.value), "?" if figure.is_estimate else ""


def _flagged(figure: Figure) -> tuple[object, str]:
    """A figure and whether it is an estimate, blank where there is no figure."""
    return ("", "") if figure.value is None else (figure.value, "Yes" if figure.is_estimate else "No")


def register_row(record: Record, supplier: str, recipient: str) -> tuple[object, ...]:
    """A deal between two states as a row of register.csv."""
    event = record["event"]
    is_delivery = value_of(event, "stage") == "delivery"
    count, years = _count(event), tuple(deliveries_of(event))
    told = list(comments(record))
    if _is_shared(event) and count_of(event.get("quantity")).value is not None:
        told.insert(
            0,
            f"number {count_of(event['quantity']).value} in all, for {'; '.join(' to '.join(p) for p in pairs(event))}",
        )
    return (
        *(recipient, supplier),
        *_marked(Figure() if is_delivery else year_of(event.get("date"))),
        *_marked(Figure() if is_delivery else count),
        *_weapon(event),
        *_marked(count if is_delivery else Figure()),
        "; ".join(f"{year.value}{'?' if year.is_estimate else ''}" for year in years),
        _status(event),
        text("; ".join(told)),
        *("", "", ""),
        *(record["id"], text(record["article"]["id"])),
    )


def delivery_rows(record: Record, supplier: str, recipient: str) -> Iterator[tuple[object, ...]]:
    """A deal between two states as rows of deliveries.csv: one a year of delivery, or one without."""
    event = record["event"]
    is_delivery = value_of(event, "stage") == "delivery"
    years = tuple(deliveries_of(event))
    count = _count(event) if is_delivery and len(years) <= 1 else Figure()
    local = "Yes" if _terms(event) & {"licence", "local_production"} else ""
    for year in years or (Figure(),):
        yield (
            *("", supplier, recipient, *_weapon(event), ""),
            *_flagged(Figure() if is_delivery else year_of(event.get("date"))),
            *_flagged(count),
            *_flagged(year),
            *(_status(event), "", "", "", local),
            *(record["id"], text(record["article"]["id"])),
        )
