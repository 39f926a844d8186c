"""Reads an export from stdin with a library and writes what it found as JSON: read.py graphml|gexf|jgf|turtle|json-ld"""
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


def with_jgf(how, data):
    import jgf

    return jgf.load(io.StringIO(data.decode("utf-8")))


def with_rdflib(how, data):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=data, format=how)
    return graph.serialize(format="nt")


how = sys.argv[1]
readers = {"graphml": with_networkx, "gexf": with_networkx, "jgf": with_jgf}
answer = readers.get(how, with_rdflib)(how, sys.stdin.buffer.read())
json.dump(answer, sys.stdout)
