package com.example.videodesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes handles of tasks over HTTP, and saves their videos. */
@SpringBootApplication
public class VideoDesk {
  /** Starts the application. */
  public static void main(String... args) {
    SpringApplication.run(VideoDesk.class, args);
  }
}
