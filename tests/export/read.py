"""Reads an export from stdin with a library and writes what it found as JSON: read.py graphml|gexf|turtle|json-ld"""
import io
import json
import sys


def with_networkx(how, data):
    import networkx

    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[how]
    graph = read(io.BytesIO(data))
    return {
        "directed": graph.is_directed(),
        "nodes": [{"id": id, "attributes": values} for id, values in graph.nodes(data=True)],
        "edges": [
            {"id": key, "from": a, "to": b, "attributes": values}
            for a, b, key, values in graph.edges(data=True, keys=True)
        ],
    }


def with_rdflib(how, data):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=data, format=how)
    return graph.serialize(format="nt")


how = sys.argv[1]
data = sys.stdin.buffer.read()
answer = with_networkx(how, data) if how in ("graphml", "gexf") else with_rdflib(how, data)
json.dump(answer, sys.stdout)
