package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFileNameTest {
  private static String name(String provider, String id) {
    String name = VideoFileName.of(new TaskHandle(provider, id));
    assertThat(Path.of("videos").resolve(name).getParent()).isEqualTo(Path.of("videos"));
    return name;
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, task_01kbx-2.a, toapis-task_01kbx-2.a.mp4",
    "toapis, task_01KBX-2.a, toapis-task_01KBX-2.a~70.mp4",
    "toapis, aB, toapis-aB~2.mp4",
    "toapis, Ab, toapis-Ab~1.mp4",
    "nul.a, b, nul%2Ea-b.mp4",
    "22codex, sora-2:task_1, 22codex-sora-2%3Atask_1.mp4",
    "toapis, a/../b, toapis-a%2F..%2Fb.mp4",
    "toapis, .., toapis-...mp4",
    "toapis, a%3Ab, toapis-a%253Ab~2.mp4",
    "toapis, a+2, toapis-a%2B2.mp4",
    "toapis, 任务, toapis-%E4%BB%BB%E5%8A%A1.mp4",
    "toapis, a~b c, toapis-a%7Eb%20c.mp4",
    "a-b, c, a%2Db-c.mp4",
    "toapis, con, toapis-con.mp4",
    "toapis, 'a. ', toapis-a.%20.mp4",
  })
  void keepsAHarmlessIdAndEscapesTheRest(String provider, String id, String name) {
    assertThat(name(provider, id)).isEqualTo(name);
  }

  @Test
  void neverNamesTwoTasksAlike() {
    String longest = "x".repeat(511);
    List<String[]> tasks =
        List.of(
            new String[] {"p", "a:b"},
            new String[] {"p", "a_b"},
            new String[] {"p", "a%3Ab"},
            new String[] {"p", "a/b"},
            new String[] {"p-a", "b"},
            new String[] {"p", "a-b"},
            new String[] {"p", longest + "1"},
            new String[] {"p", longest + "2"},
            new String[] {"p", "任".repeat(500)},
            new String[] {"p", "任".repeat(501)},
            new String[] {"p", longest.toUpperCase(Locale.ROOT) + "1"},
            new String[] {"p", "abc"},
            new String[] {"p", "ABC"},
            new String[] {"p", "aBC"},
            new String[] {"p", "é"},
            new String[] {"p", "É"},
            new String[] {"p", "e\u0301"},
            new String[] {"p", "\u212a"},
            new String[] {"p", "k"},
            new String[] {"p", "?"},
            new String[] {"p", "abc~38"},
            new String[] {"p", "%3a"},
            new String[] {"p", ":"});
    Set<String> names = new HashSet<>();

    // As a file system sees them that ignores case.
    tasks.forEach(task -> names.add(name(task[0], task[1]).toLowerCase(Locale.ROOT)));

    assertThat(names).hasSameSizeAs(tasks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "任", ":", "😀"})
  void fitsIntoEveryFileSystem(String part) {
    String name = name("xingchaoyiqing", part.repeat(512 / part.length()));

    assertThat(name).hasSizeLessThanOrEqualTo(200).matches("[A-Za-z0-9%._~-]+");
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp4, a+2.mp4",
    "dir/a.b.mp4, dir/a.b+2.mp4",
    "video, video+2",
    ".hidden, .hidden+2",
  })
  void numbersTheFurtherVideosOfATask(String first, String second) {
    assertThat(VideoFileName.numbered(Path.of(first), 2)).isEqualTo(Path.of(second));
  }
}
