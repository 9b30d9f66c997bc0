using System.Text;

namespace Shirase.Cli;

/// <summary>Lines of a stream as bytes, without their line feed, so that broken UTF-8 can be told by its line.</summary>
internal static class Utf8Lines
{
    /// <param name="input">Read to its end; a byte order mark at its start is left out.</param>
    /// <param name="beforeWaiting">Called each time before more is read, which may take long.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Stream input, Action beforeWaiting)
    {
        var held = new byte[64 * 1024];
        var (start, end, isFirst) = (0, 0, true);
        while (true)
        {
            var feed = held.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                yield return Line(held, start, feed, ref isFirst);
                start += feed + 1;
                continue;
            }

            if (start > 0)
            {
                held.AsSpan(start, end - start).CopyTo(held);
                (start, end) = (0, end - start);
            }

            if (end == held.Length)
            {
                Array.Resize(ref held, held.Length * 2);
            }

            beforeWaiting();
            var read = input.Read(held, end, held.Length - end);
            end += read;
            if (read == 0)
            {
                if (end > 0)
                {
                    yield return Line(held, 0, end, ref isFirst);
                }

                yield break;
            }
        }
    }

    private static ReadOnlyMemory<byte> Line(byte[] held, int start, int length, ref bool isFirst)
    {
        var line = held.AsMemory(start, length);
        var mark = isFirst && line.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        isFirst = false;
        return line[mark..];
    }
}
