"""networkx: the worklist over its dictionary of neighbours."""

import networkx


def prepare(graph):
    network = networkx.DiGraph()
    network.add_nodes_from(range(graph.parties))
    # Two ties of one pair on one day are one edge here: in the sum it is the same.
    for owner, owned, share in zip(graph.owner, graph.owned, graph.share):
        known = network.get_edge_data(owner, owned)
        network.add_edge(owner, owned, share=share + (known["share"] if known else 0))
    seeds, threshold, below = graph.seeds.tolist(), graph.threshold, network.adj

    def run():
        members, sums, waiting = set(seeds), {}, list(seeds)
        for party in waiting:
            for held, tie in below[party].items():
                if held in members:
                    continue
                sums[held] = total = sums.get(held, 0) + tie["share"]
                if total >= threshold:
                    members.add(held)
                    waiting.append(held)
        return waiting

    return run
