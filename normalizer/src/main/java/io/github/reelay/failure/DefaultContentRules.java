package io.github.reelay.failure;

import java.util.Set;

/** The default {@link ContentRules}, one table for each of their sets. */
final class DefaultContentRules {
  static final Set<String> CODES =
      lines(
          """
          content_policy_violation
          content_policy
          content_violation
          content_filter
          content_filtered
          content_moderation
          content_moderated
          content_blocked
          content_rejected
          moderation_blocked
          moderation_rejected
          sentinel_block
          input_moderation
          output_moderation
          prohibited_content
          PROHIBITED_CONTENT
          sensitive_content
          sensitive_words_detected
          responsible_ai_policy_violation
          ResponsibleAIPolicyViolation
          data_inspection_failed
          DataInspectionFailed
          IPInfringementSuspect
          ContentRiskBlocked
          SAFETY
          NSFW
          nsfw
          """); // T66 is the first; the others are codes of the models behind the providers

  static final Set<String> CODE_ENDINGS =
      lines(
          """
          SensitiveContentDetected
          RiskDetection
          """);

  static final Set<String> PHRASES =
      lines(
          """
          content policy
          content policies
          usage policy
          usage policies
          safety policy
          safety policies
          policy violation
          community guidelines
          content guidelines
          usage guidelines
          guardrails
          responsible ai
          prohibited content
          prohibited word
          inappropriate content
          harmful content
          unsafe content
          illegal content
          explicit content
          adult content
          nsfw
          sensitive
          safety system
          safety filter
          safety checker
          content filter
          content checker
          content moderation
          moderation system
          moderation filter
          blocked by moderation
          rejected by moderation
          flagged by moderation
          did not pass moderation
          failed moderation
          flagged as inappropriate
          risk control system
          ip infringement
          public error unsafe generation
          public error sexual
          public error minor
          public error prominent people
          审核
          審核
          违规
          違規
          违禁
          違禁
          敏感
          色情
          涉黄
          涉政
          低俗
          内容不合规
          社区规范
          涉嫌侵权
          内容安全
          """); // TE3, XE6

  private DefaultContentRules() {}

  private static Set<String> lines(String table) {
    return Set.of(table.split("\n")); // loads less than lines() and a collector do
  }
}
