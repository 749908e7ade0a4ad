/**
 * The providers' contracts as OpenAPI 3.0.3 documents: {@code io/github/reelay/specs/toapis.yaml}
 * and so on, and the registers of facts in {@code facts}.
 */
@SuppressWarnings("opens") // the packages hold documents and no class
module io.github.reelay.specs {
  opens io.github.reelay.specs;
  opens io.github.reelay.specs.facts;
}
