package io.github.reelay.internal.download.format;

import static io.github.reelay.internal.download.format.SampleVideos.FTYP;
import static io.github.reelay.internal.download.format.SampleVideos.box;
import static io.github.reelay.internal.download.format.SampleVideos.bytes;
import static io.github.reelay.internal.download.format.SampleVideos.ebml;
import static io.github.reelay.internal.download.format.SampleVideos.header;
import static io.github.reelay.internal.download.format.SampleVideos.join;
import static io.github.reelay.internal.download.format.SampleVideos.largeBox;
import static io.github.reelay.internal.download.format.SampleVideos.openSegment;
import static io.github.reelay.internal.download.format.SampleVideos.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VideoStructureTest {
  private static final byte[] MOOV = box("moov", 50);
  private static final byte[] MDAT = box("mdat", 50);
  private static final byte[] MOOF = box("moof", 50);

  private static VideoStructure boxes(byte[] file) throws IOException {
    return Mp4Boxes.examine(ByteReader.of(file, file.length), file.length);
  }

  static Stream<Arguments> boxes() {
    return Stream.of(
        of(VideoStructure.WHOLE, SampleVideos.MP4),
        of(VideoStructure.WHOLE, SampleVideos.QUICKTIME),
        of(VideoStructure.WHOLE, join(FTYP, MDAT, MOOV)),
        of(VideoStructure.WHOLE, join(box("free", 9), FTYP, MOOV, MDAT, box("uuid", 20))),
        of(VideoStructure.WHOLE, join(FTYP, MOOV, largeBox("mdat", 50, 66))),
        of(VideoStructure.WHOLE, join(FTYP, MOOV, MDAT, box("Xtra", 20), box("skip", 0))),
        of(VideoStructure.WHOLE, join(FTYP, MOOV, MOOF, MDAT, MOOF, MDAT, box("mfra", 9))),
        of(VideoStructure.INCOMPLETE, join(FTYP, MOOV, MOOF)),
        of(VideoStructure.INCOMPLETE, join(FTYP, MOOV, MOOF, MDAT, MOOF)),
        of(VideoStructure.INCOMPLETE, join(FTYP, MDAT)),
        of(VideoStructure.INCOMPLETE, join(FTYP, MOOV, box("free", 8))),
        of(VideoStructure.INCOMPLETE, join(FTYP, MOOV, box("mdat", 0))),
        of(VideoStructure.INCOMPLETE, new byte[0]),
        of(VideoStructure.OPEN, join(FTYP, MOOV, header(0, "mdat", 50))),
        of(VideoStructure.CUT, join(FTYP, MOOV, header(60, "mdat", 50))),
        of(VideoStructure.CUT, join(FTYP, MDAT, header(0xffff_ffffL, "moov", 50))),
        of(VideoStructure.CUT, join(FTYP, MOOV, largeBox("mdat", 50, Long.MAX_VALUE))),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, MDAT, new byte[7])),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, MDAT, new byte[4_096])),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, header(7, "mdat", 50))),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, largeBox("mdat", 50, -1))),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, largeBox("mdat", 50, 15))),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, largeBox("mdat", 50, 0))),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, header(1, "mdat", 4))),
        of(VideoStructure.UNKNOWN, join(FTYP, MOOV, MDAT, header(60, "zzzz", 50))));
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void isReadFromTheTopLevelBoxes(VideoStructure structure, byte[] file) throws IOException {
    assertThat(boxes(file)).isEqualTo(structure);
  }

  @Test
  void isWholeNowhereButAtTheEnd() throws IOException {
    for (int length = 0; length < SampleVideos.MP4.length; length++) {
      assertThat(boxes(Arrays.copyOf(SampleVideos.MP4, length)))
          .as("the first %s bytes", length)
          .isNotEqualTo(VideoStructure.WHOLE);
    }
  }

  static Stream<Arguments> elements() {
    return Stream.of(
        of(VideoStructure.WHOLE, SampleVideos.WEBM),
        of(VideoStructure.WHOLE, join(SampleVideos.MATROSKA, bytes("\u00ec\u0083\0\0\0"))),
        of(VideoStructure.OPEN, join(ebml("webm"), openSegment(50))),
        of(VideoStructure.CUT, Arrays.copyOf(SampleVideos.WEBM, 1_000)),
        of(VideoStructure.INCOMPLETE, ebml("webm")),
        of(VideoStructure.INCOMPLETE, join(ebml("webm"), segment(0))),
        of(VideoStructure.UNKNOWN, join(SampleVideos.WEBM, new byte[1_000])),
        of(VideoStructure.UNKNOWN, join(SampleVideos.WEBM, bytes("\u0018"))),
        of(VideoStructure.UNKNOWN, join(SampleVideos.WEBM, MDAT)));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void isReadFromTheTopLevelElements(VideoStructure structure, byte[] file) throws IOException {
    ByteReader reader = ByteReader.of(file, file.length);

    assertThat(EbmlElements.examine(reader, file.length)).isEqualTo(structure);
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        of(VideoFormat.MP4, SampleVideos.MP4),
        of(VideoFormat.MP4, join(box("free", 9), box("skip", 3), SampleVideos.MP4)),
        of(VideoFormat.MP4, join(box("wide", 0), SampleVideos.MP4)),
        of(VideoFormat.QUICKTIME, SampleVideos.QUICKTIME),
        of(VideoFormat.QUICKTIME, join(box("moov", 9), MDAT)),
        of(VideoFormat.QUICKTIME, largeBox("mdat", 50, 1L << 33)),
        of(VideoFormat.QUICKTIME, join(box("pnot", 12), box("mdat", 9))),
        of(VideoFormat.QUICKTIME, bytes("\0\0\0\u0014ftypqt  \0\0\2\0qt  ")),
        of(VideoFormat.WEBM, SampleVideos.WEBM),
        of(VideoFormat.MATROSKA, SampleVideos.MATROSKA),
        of(null, join(ebml("other"), segment(9))),
        of(null, Arrays.copyOf(SampleVideos.MP4, 15)),
        of(null, box("styp", 50)),
        of(null, header(9, "wide", 50)),
        of(null, new byte[50]));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void belongsToAFormat(VideoFormat format, byte[] file) {
    assertThat(VideoFormat.of(file, file.length)).isEqualTo(format);
  }

  @Test
  void isDecidedForAnyBytes() throws IOException {
    Random random = new Random(20_261_126);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = (i % 2 == 0 ? SampleVideos.MP4 : SampleVideos.WEBM).clone();
      file = Arrays.copyOf(file, 1 + random.nextInt(200));
      for (int j = 0; j < 3; j++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      ByteReader reader = ByteReader.of(file, file.length);

      VideoFormat.of(file, file.length);
      assertThat(Mp4Boxes.examine(reader, file.length)).isNotNull();
      assertThat(EbmlElements.examine(reader, file.length)).isNotNull();
    }
  }
}
