#!/usr/bin/env python3
"""Writes networkx_cases.json: small random graphs and what networkx 3.6.1 says of them.

    python3 Tests/NewsIndexTests/networkx_cases.py
"""
import itertools
import json
import pathlib
import random

import networkx as nx

blocks = [[0.5 if a == b else 0.03 for b in range(5)] for a in range(5)]
GRAPHS = {
    "karate club": nx.karate_club_graph(),
    "les miserables": nx.les_miserables_graph(),
    "many components": nx.gnm_random_graph(60, 55, seed=1),
    "random": nx.gnm_random_graph(60, 180, seed=2),
    "preferential": nx.barabasi_albert_graph(70, 2, seed=3),
    "blocks": nx.stochastic_block_model([12] * 5, blocks, seed=4),
    "path": nx.path_graph(12),
    "star": nx.star_graph(9),
    "complete": nx.complete_graph(8),
}
SHORT = 4


def case(name, graph, chance):
    graph = nx.Graph(graph.edges(data=True))
    graph = nx.convert_node_labels_to_integers(graph)
    for a, b, data in graph.edges(data=True):
        data["weight"] = int(data.get("weight") or chance.choice([1, 1, 1, 2, 3, 5]))
    nodes = range(graph.number_of_nodes())
    rank = nx.pagerank(graph, tol=1e-12, max_iter=1000)
    between = nx.betweenness_centrality(graph)
    paths = []
    for source, target in [chance.sample(nodes, 2) for _ in range(12)]:
        lengths = []
        if nx.has_path(graph, source, target):
            every = nx.shortest_simple_paths(graph, source, target)
            lengths = [len(path) - 1 for path in itertools.islice(every, 15)]
        paths.append([source, target, [length for length in lengths if length <= SHORT]])
    modularity = max(
        nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=seed))
        for seed in range(10)
    )
    return {
        "name": name,
        "edges": [[a, b, data["weight"]] for a, b, data in graph.edges(data=True)],
        "pagerank": [round(rank[node], 9) for node in nodes],
        "betweenness": [round(between[node], 9) for node in nodes],
        "components": sorted((len(part) for part in nx.connected_components(graph)), reverse=True),
        "paths": paths,
        "louvain": round(modularity, 9),
    }


chance = random.Random(7)
cases = [case(name, graph, chance) for name, graph in GRAPHS.items()]
lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{lines}\n]\n")
