package io.github.reelay.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRulesTest {
  private static final ContentRules RULES = ContentRules.defaults();

  @DisplayName("Messages that say that content was refused")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content violates the Content Policy",
        "content_policy_violation: prompt",
        "The request was stopped by a moderation system.",
        "Your request was rejected by the safety system. Please try again later.",
        "This content may violate our guardrails concerning third-party content.",
        "The input or output was flagged as sensitive. Please try again with different inputs.",
        "Sensitive words found",
        "the prompt contains NSFW material",
        "flagged by a content checker",
        "Our content moderation rejected the image, request id: 1",
        "内容审核未通过，请修改提示词后重试",
        "审核不通过",
        "審核未通過",
        "未通过审核",
        "图片违规",
        "提示词包含敏感词",
        "审核中发现违规内容",
        "内容违规，请稍后重试",
        "Content moderation failed: the prompt has sensitive words",
        "错误 500：内容违规",
        "The request could not be completed because it violates our content policy",
        "this video is unavailable due to our content policy",
        "the prompt passed has sensitive words",
        "内容审核服务检测到敏感信息",
        "审核没有通过",
        "Video generation failed due to content policy violation (code 500)",
        "[503] Your prompt violates the content policy",
        "the input image violates the usage guidelines of the model",
        "Failure to pass the risk control system",
        "PUBLIC_ERROR_UNSAFE_GENERATION",
        "提示词含有敏感内容请修改后稍后重试",
        "检测到异常且图片违规",
        "违规内容请稍后重试",
        "the prompt was flagged as sensitive while waiting for the result",
        "unable to load the image because it is flagged as sensitive"
      })
  void findsVerdicts(String message) {
    assertThat(RULES.reject(List.of(), message)).isTrue();
  }

  @DisplayName("Messages that hold such a word and say something else")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the id is case-sensitive",
        "Task ids are case sensitive",
        "a time-sensitive operation was too slow",
        "latency sensitive pool exhausted",
        "case-insensitive lookup failed",
        "hypersensitive",
        "no sensitive content found",
        "the model is sensitive to the size",
        "moderation service busy",
        "The content moderation service timed out",
        "content moderation is temporarily unavailable",
        "content filter error",
        "the safety system failed to respond",
        "safety system: internal error",
        "审核服务：超时",
        "passed content moderation",
        "see https://provider.example/content-policy?sensitive=1",
        "审核服务繁忙",
        "审核服务繁忙，请稍后重试",
        "待审核",
        "任务正在审核",
        "审核中",
        "审核超时",
        "审核服务异常",
        "审核服务连接失败",
        "敏感词检测服务不可用",
        "内容已通过审核",
        "审核通过后生成失败",
        "[503] content moderation",
        "deadline exceeded while waiting for the content policy check",
        "unable to reach the content filter",
        "审核请稍后",
        "违规内容检测请稍后重试",
        "敏感词检测异常",
        "PUBLIC_ERROR_HIGH_TRAFFIC",
        "prohibited",
        "policy of content",
        "the upstream model returned no frames"
      })
  void findsNone(String message) {
    assertThat(RULES.reject(List.of(), message)).isFalse();
  }

  @DisplayName("Codes: whole, by their end, and up to the first dot, in their own case")
  @Test
  void knowsCodes() {
    assertThat(
            List.of(
                "content_policy_violation",
                " moderation_blocked ",
                "sentinel_block",
                "InputTextSensitiveContentDetected",
                "OutputVideoSensitiveContentDetected.PolicyViolation",
                "SAFETY.INPUT.TEXT"))
        .allMatch(code -> RULES.reject(List.of("other", code), null));
    assertThat(
            List.of(
                "Content_Policy_Violation",
                "SensitiveContentDetectedNot",
                "moderation_failed",
                "generation_failed",
                "sensitive",
                ""))
        .noneMatch(code -> RULES.reject(List.of(code), null));
  }

  @DisplayName("Rules are extended by copies")
  @Test
  void extendsByCopies() {
    ContentRules more =
        RULES.withCodes("E005").withCodeEndings("Blocked").withPhrases("Face  Swap", "人脸");

    assertThat(more.reject(List.of("E005"), null)).isTrue();
    assertThat(more.reject(List.of("UpstreamBlocked.Any"), null)).isTrue();
    assertThat(more.reject(List.of(), "no face-swap")).isTrue();
    assertThat(more.reject(List.of(), "检测到人脸")).isTrue();
    assertThat(more.reject(List.of(), "face swap service busy")).isFalse();
    assertThat(RULES.reject(List.of("E005", "UpstreamBlocked"), "face swap")).isFalse();
    assertThat(more.codes()).containsAll(RULES.codes()).contains("E005");
    assertThat(more.withCodes("E005")).isEqualTo(more);
  }

  @DisplayName("A blank entry would fit everything")
  @Test
  void refusesBlankEntries() {
    assertThatThrownBy(() -> RULES.withPhrases(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected codes and phrases that are not blank, found a blank one");
  }

  @DisplayName("A huge message of any kind is judged quickly")
  @ParameterizedTest
  @ValueSource(strings = {"a", "审核中", "a-sensitive ", "(", "case sensitive ", "x.", "http://"})
  @Timeout(30)
  void judgesQuickly(String part) {
    String message = part.repeat(250_000);

    assertThat(RULES.reject(List.of(message), message)).isFalse();
  }
}
