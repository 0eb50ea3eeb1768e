let audio: AudioContext | undefined;

/** Two soft tones, three for what is urgent; made here, so nothing is loaded. Silent until the page was pressed once. */
export function chime(urgent: boolean): void {
  audio ??= new AudioContext();
  const start = audio.currentTime + 0.02;
  for (const [i, frequency] of (urgent ? [880, 660, 880] : [660, 880]).entries()) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = frequency;
    const at = start + i * 0.22;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.2, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.21);
  }
}
