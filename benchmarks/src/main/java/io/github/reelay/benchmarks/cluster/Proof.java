package io.github.reelay.benchmarks.cluster;

/** One thing that a cluster has to show. */
interface Proof {
  /** What it is called on the command line and in the table. */
  String name();

  void run(Bench bench, ResultTable results) throws Exception;
}
