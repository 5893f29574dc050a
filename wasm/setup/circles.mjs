// SPDX-License-Identifier: Apache-2.0

/**
 * One circle of each knot of files that import each other, beginning and ending with the same file.
 *
 *     findCircles(new Map([['a', ['b']], ['b', ['a']], ['c', ['a']]]))  // [['a', 'b', 'a']]
 */
export function findCircles(imports) {
  const inCircles = withoutLeaves(imports);
  const circles = [];
  while (inCircles.size > 0) {
    const walked = [];
    let file = inCircles.keys().next().value;
    while (!walked.includes(file)) {
      walked.push(file);
      file = inCircles.get(file)[0];
    }
    circles.push([...walked.slice(walked.indexOf(file)), file]);
    for (const each of walked) inCircles.delete(each);
    withoutLeaves(inCircles, inCircles);
  }
  return circles;
}

/** The files that are left when those are taken out, again and again, that import none of the rest. */
function withoutLeaves(imports, left = new Map(imports)) {
  let size;
  do {
    size = left.size;
    for (const [file, targets] of left) {
      const kept = targets.filter((target) => left.has(target));
      if (kept.length === 0) left.delete(file);
      else left.set(file, kept);
    }
  } while (left.size < size);
  return left;
}
