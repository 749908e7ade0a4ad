/**
 * A sample application with the Spring Boot starter: a small HTTP interface to open tasks, and a
 * bean that hears of events. What the starter configures is in {@code io.github.reelay.spring};
 * {@code spring-boot-sample/run} builds the application and tries it.
 */
package com.example.videodesk;
