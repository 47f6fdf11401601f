package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.Set;
import xyz.contentfactory.kit.problem.ProblemCode;

/// Adds to an operation of the API document what does not stand at its controller. A seam: who may
/// call, and how often, is known to the edge alone.
public interface DescribedEdge {
  /// Says in the operation how callers prove who they are.
  ///
  /// @return the problems with which the edge refuses the operation
  Set<ProblemCode> describe(HttpMethod method, String path, Operation operation);
}
