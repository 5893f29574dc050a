// SPDX-License-Identifier: Apache-2.0
// Prints floats as `bits text`: the bits of the float in hexadecimal, and what Float.toString makes
// of it. 2,000 lines; the same for each run of one Java.
//
//   java tests/golden/JavaFloats.java > tests/golden/java_floats.txt    # a Java before 19

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

public class JavaFloats {
  public static void main(String[] arguments) {
    List<Float> floats = new ArrayList<>();
    floats.addAll(
        List.of(0f, -0f, 1f, -1f, 0.5f, 0.1f, 0.01f, 0.001f, 1e-4f, 9999999f, 1e7f, 1.1e7f, 2e-3f,
            Float.MIN_VALUE, Float.MIN_NORMAL, Math.nextDown(Float.MIN_NORMAL), Float.MAX_VALUE,
            Math.nextDown(1f), Math.nextUp(1f), Math.nextDown(0.001f), Math.nextUp(0.001f),
            Math.nextDown(1e7f), Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY));
    // Every power of two, where the distance to the next float below is half that to the next above.
    for (int exponent = -149; exponent < 128; exponent++) floats.add(Math.scalb(1f, exponent));
    for (int exponent = -45; exponent < 39; exponent++) floats.add(Float.parseFloat("1e" + exponent));
    Random random = new Random(20261128);
    // Subnormal floats of every length.
    for (int bits = 1; bits <= 23; bits++) {
      for (int i = 0; i < 4; i++) floats.add(Float.intBitsToFloat(random.nextInt(1 << bits)));
    }
    while (floats.size() < 1100) floats.add(Float.intBitsToFloat(random.nextInt()));
    // Probabilities: of two labels and of nine, and means of some of them.
    while (floats.size() < 1700) {
      double logit = random.nextGaussian() * 6;
      floats.add((float) (1 / (1 + Math.exp(-logit))));
    }
    while (floats.size() < 1900) floats.add((float) (random.nextInt(1_000_000) / 1e6));
    while (floats.size() < 2000) {
      int count = 2 + random.nextInt(4);
      float sum = 0;
      for (int i = 0; i < count; i++) sum += random.nextFloat();
      floats.add(sum / count);
    }
    StringBuilder lines = new StringBuilder();
    for (float each : floats) {
      lines.append(String.format("%08x ", Float.floatToIntBits(each))).append(each).append('\n');
    }
    System.out.print(lines);
  }
}
