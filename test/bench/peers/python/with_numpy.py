"""numpy: tier by tier, the ties of all newly restricted parties at once."""

import numpy

from arrays import as_numpy, sorted_by_owner


def prepare(graph):
    start, owned, share = sorted_by_owner(graph)
    seeds = as_numpy(graph.seeds)

    def run():
        sums = numpy.zeros(graph.parties, dtype=numpy.int32)
        is_member = numpy.zeros(graph.parties, dtype=bool)
        is_member[seeds] = True
        tier = seeds
        while tier.size:
            first, count = start[tier], start[tier + 1] - start[tier]
            ends = numpy.cumsum(count)
            ties = numpy.repeat(first - ends + count, count) + numpy.arange(ends[-1])
            held = owned[ties]
            numpy.add.at(sums, held, share[ties])
            tier = numpy.unique(held[(sums[held] >= graph.threshold) & ~is_member[held]])
            is_member[tier] = True
        return numpy.flatnonzero(is_member)

    return run
