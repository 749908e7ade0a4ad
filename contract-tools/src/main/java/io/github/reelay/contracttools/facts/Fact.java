package io.github.reelay.contracttools.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a test the home of a documented fact, or of the resolution of a contradiction. */
@Documented
@Repeatable(Fact.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fact {

  /** The number, such as {@code T47} or {@code CC11}, as the register of its provider lists it. */
  String value();

  /** Several facts on one test. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface List {

    /** The facts. */
    Fact[] value();
  }
}
