/** For print at about 300 dots an inch, when the figure is set as wide as a page. */
const SCALE = 2.5;

/** Draws SVG text into a PNG on white paper. */
export async function pictureOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * SCALE);
    canvas.height = Math.round(image.naturalHeight * SCALE);
    const brush = canvas.getContext('2d');
    if (!brush) throw new TypeError('pictureOf: the browser gave no canvas to draw on.');
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((keep, refuse) => {
      canvas.toBlob(
        blob => (blob ? keep(blob) : refuse(new TypeError('pictureOf: the canvas gave no picture.'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
