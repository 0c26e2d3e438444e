"""scipy: tier by tier, a sparse matrix of shares times the vector of newly restricted parties."""

import numpy
from scipy.sparse import csr_array

from arrays import as_numpy


def prepare(graph):
    size = (graph.parties, graph.parties)
    ends = (as_numpy(graph.owned), as_numpy(graph.owner))
    shares = csr_array((as_numpy(graph.share), ends), shape=size, dtype=numpy.int32)
    seeds = as_numpy(graph.seeds)

    def run():
        sums = numpy.zeros(graph.parties, dtype=numpy.int32)
        is_member = numpy.zeros(graph.parties, dtype=bool)
        tier = numpy.zeros(graph.parties, dtype=numpy.int32)
        tier[seeds] = 1
        while tier.any():
            is_member |= tier.astype(bool)
            sums += shares @ tier
            tier = ((sums >= graph.threshold) & ~is_member).astype(numpy.int32)
        return numpy.flatnonzero(is_member)

    return run
