// The time that is left, written anew each minute; without it the page tells the time of its making
const cells = [...document.querySelectorAll("[data-countdown]")];
const language = document.documentElement.lang;
const words = (minutes) => {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (language === "en") {
    return days > 0 ? `${days} d ${hours} h` : hours > 0 ? `${hours} h ${rest} min` : `${rest} min`;
  }
  return days > 0 ? `${days}日${hours}時間` : hours > 0 ? `${hours}時間${rest}分` : `${rest}分`;
};
const write = () => {
  for (const cell of cells) {
    const left = new Date(cell.dataset.countdown) - Date.now();
    if (left > 0) {
      cell.textContent = words(Math.floor(left / 60000));
    }
  }
};
if (cells.length > 0) {
  setInterval(write, 20000);
}
