"""Deliveries of programme bureaus: read, checked, kept in numbered folders."""

from etl.database import ROOT

DELIVERIES = ROOT / "data" / "deliveries"
