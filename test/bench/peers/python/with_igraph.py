"""igraph: the worklist over its own adjacency. Shares and ends of ties are in lists, which is faster than its attributes."""

import igraph


def prepare(graph):
    network = igraph.Graph(n=graph.parties, edges=list(zip(graph.owner, graph.owned)), directed=True)
    owned, share, seeds = graph.owned.tolist(), graph.share.tolist(), graph.seeds.tolist()
    threshold, incident = graph.threshold, network.incident

    def run():
        members, sums, waiting = set(seeds), {}, list(seeds)
        for party in waiting:
            for tie in incident(party, mode="out"):
                held = owned[tie]
                if held in members:
                    continue
                sums[held] = total = sums.get(held, 0) + share[tie]
                if total >= threshold:
                    members.add(held)
                    waiting.append(held)
        return waiting

    return run
