"""pandas: tier by tier, the rows whose owner is newly restricted, grouped by the party that is held."""

import numpy
import pandas

from arrays import as_numpy


def prepare(graph):
    columns = {"owner": graph.owner, "owned": graph.owned, "share": graph.share}
    ties = pandas.DataFrame({name: as_numpy(numbers) for name, numbers in columns.items()})
    seeds = as_numpy(graph.seeds)

    def run():
        sums = numpy.zeros(graph.parties, dtype=numpy.int32)
        is_member = numpy.zeros(graph.parties, dtype=bool)
        is_member[seeds] = True
        is_new = is_member.copy()
        while is_new.any():
            added = ties[is_new[ties["owner"].to_numpy()]].groupby("owned")["share"].sum()
            sums[added.index] += added.to_numpy()
            reached = added.index[(sums[added.index] >= graph.threshold) & ~is_member[added.index]]
            is_new = numpy.zeros(graph.parties, dtype=bool)
            is_new[reached] = True
            is_member |= is_new
        return numpy.flatnonzero(is_member)

    return run
