"""The provinces as Dash draws them, with a box and a title: what ``make bench`` measures beside.

``python -m tests.dash_map PORT``.
"""

from __future__ import annotations

import json
import sys

import plotly.graph_objects as go
from dash import Dash, dcc, html

from etl.database import ROOT

NO_COASTS = {"type": "Topology", "objects": {}, "arcs": []}
BOUNDARIES = ROOT / "data" / "geo" / "provincie.geojson"


def layout() -> html.Div:
    boundaries = json.loads(BOUNDARIES.read_text("utf-8"))
    codes = [feature["id"] for feature in boundaries["features"]]
    figure = go.Figure(
        go.Choropleth(geojson=boundaries, locations=codes, z=list(range(len(codes))))
    )
    figure.update_geos(fitbounds="locations", visible=False)
    return html.Div(
        [
            html.H1("Regio's"),
            dcc.Dropdown(["4e kwartaal 2018", "3e kwartaal 2018"], "4e kwartaal 2018"),
            dcc.Graph(figure=figure, config={"topojsonURL": "/coasts/"}),
        ]
    )


def main() -> None:
    app = Dash(__name__)
    app.layout = layout
    # Plotly asks for the coasts of the world before it draws boundaries of others.
    app.server.route("/coasts/<name>")(lambda name: NO_COASTS)
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)


if __name__ == "__main__":
    main()
