"""The ties as numpy arrays, sorted by owner: what numpy and scipy work on."""

import numpy


def as_numpy(numbers):
    return numpy.frombuffer(numbers, dtype=numpy.int32)


def sorted_by_owner(graph):
    owner = as_numpy(graph.owner)
    order = numpy.argsort(owner, kind="stable")
    start = numpy.zeros(graph.parties + 1, dtype=numpy.int64)
    start[1:] = numpy.cumsum(numpy.bincount(owner, minlength=graph.parties))
    return start, as_numpy(graph.owned)[order], as_numpy(graph.share)[order]
