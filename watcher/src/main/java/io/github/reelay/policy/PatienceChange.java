package io.github.reelay.policy;

import java.time.Duration;

/** A patience of which single limits are changed before it is built. */
final class PatienceChange {
  private int badAnswers;
  private Duration badFor;
  private int notFound;
  private int denials;
  private Duration gracePeriod;
  private int videoMissing;
  private Duration longestBackOff;
  private double jitter;
  private Duration shortestSuspension;
  private Duration longestSuspension;
  private Duration suspendedUntil;

  PatienceChange(Patience from) {
    this.badAnswers = from.badAnswers();
    this.badFor = from.badFor();
    this.notFound = from.notFound();
    this.denials = from.denials();
    this.gracePeriod = from.gracePeriod();
    this.videoMissing = from.videoMissing();
    this.longestBackOff = from.longestBackOff();
    this.jitter = from.jitter();
    this.shortestSuspension = from.shortestSuspension();
    this.longestSuspension = from.longestSuspension();
    this.suspendedUntil = from.suspendedUntil();
  }

  PatienceChange badAnswers(int value) {
    badAnswers = value;
    return this;
  }

  PatienceChange badFor(Duration value) {
    badFor = value;
    return this;
  }

  PatienceChange notFound(int value) {
    notFound = value;
    return this;
  }

  PatienceChange denials(int value) {
    denials = value;
    return this;
  }

  PatienceChange gracePeriod(Duration value) {
    gracePeriod = value;
    return this;
  }

  PatienceChange videoMissing(int value) {
    videoMissing = value;
    return this;
  }

  PatienceChange longestBackOff(Duration value) {
    longestBackOff = value;
    return this;
  }

  PatienceChange jitter(double value) {
    jitter = value;
    return this;
  }

  PatienceChange suspension(Duration shortest, Duration longest) {
    shortestSuspension = shortest;
    longestSuspension = longest;
    return this;
  }

  PatienceChange suspendedUntil(Duration value) {
    suspendedUntil = value;
    return this;
  }

  Patience build() {
    return new Patience(
        badAnswers,
        badFor,
        notFound,
        denials,
        gracePeriod,
        videoMissing,
        longestBackOff,
        jitter,
        shortestSuspension,
        longestSuspension,
        suspendedUntil);
  }
}
