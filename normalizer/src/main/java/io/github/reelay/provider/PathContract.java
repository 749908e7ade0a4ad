package io.github.reelay.provider;

import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Feign's own contract, with the path of every query moved to where this relay has it. */
final class PathContract implements Contract {
  private final Contract generated = new DefaultContract();
  private final PathTemplate path;

  PathContract(PathTemplate path) {
    this.path = path;
  }

  @Override
  public List<MethodMetadata> parseAndValidateMetadata(Class<?> api) {
    List<MethodMetadata> methods = generated.parseAndValidateMetadata(api);
    methods.forEach(this::move);
    return methods;
  }

  private void move(MethodMetadata method) {
    Collection<String> parameters = method.indexToName().get(0);
    method.template().queries(Map.of());
    method.template().uri(path.withParameter(parameters.iterator().next()));
  }
}
