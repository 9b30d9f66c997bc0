using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;

namespace Shirase.Web.Api;

/// <summary>A piece of a list, the newest first.</summary>
/// <param name="Items">What this piece holds.</param>
/// <param name="Next">Address of the piece that follows, or null at the end.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>
/// Where a piece of a list begins: a moment, and how many of that very moment were given already. What is added meanwhile neither
/// repeats nor hides a line.
/// </summary>
public readonly record struct Cursor(DateTimeOffset At, int Given)
{
    public const int DefaultLimit = 50;

    /// <summary>Most lines of one piece. Ours.</summary>
    public const int MostLimit = 200;

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Given}")));

    public static bool TryParse(string text, out Cursor cursor)
    {
        cursor = default;
        if (text.Length > 100 || !Base64Url.IsValid(text) || Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.') is not [var ticks, var given])
        {
            return false;
        }

        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at < DateTimeOffset.UnixEpoch.UtcTicks || at > DateTimeOffset.MaxValue.UtcTicks
            || !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > 1_000_000)
        {
            return false;
        }

        cursor = new(new DateTimeOffset(at, TimeSpan.Zero), n);
        return true;
    }
}

/// <summary>What a list is asked for: where to begin and how much.</summary>
public readonly record struct Piece(Cursor? From, int Limit)
{
    /// <summary>Reads <c>cursor</c> and <c>limit</c>.</summary>
    public static Refusal? Read(string? cursor, int? limit, out Piece piece)
    {
        piece = default;
        if (limit is < 1 or > Cursor.MostLimit)
        {
            return new ParameterIsWrong("limit");
        }

        if (cursor is null)
        {
            piece = new(null, limit ?? Cursor.DefaultLimit);
            return null;
        }

        if (!Cursor.TryParse(cursor, out var from))
        {
            return new ParameterIsWrong("cursor");
        }

        piece = new(from, limit ?? Cursor.DefaultLimit);
        return null;
    }

    /// <summary>Reads the piece of an ordered query whose lines lie at or before the cursor's moment.</summary>
    /// <param name="newest">Ordered by the same moment, the newest first, then by key.</param>
    public async Task<Listing<TShape>> OfAsync<T, TShape>(IQueryable<T> newest, Func<T, DateTimeOffset> at, Func<T, TShape> shape, HttpRequest request, CancellationToken ct)
    {
        var found = await newest.Skip(From?.Given ?? 0).Take(Limit + 1).ToListAsync(ct);
        var items = found.Take(Limit).ToList();
        if (found.Count <= Limit)
        {
            return new([.. items.Select(shape)], null);
        }

        var last = at(items[^1]);
        var given = items.Count(i => at(i) == last) + (From is { } from && from.At == last ? from.Given : 0);
        return new([.. items.Select(shape)], Address(request, new Cursor(last, given)));
    }

    private static string Address(HttpRequest request, Cursor next)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value).Where(q => q.Key != "cursor")
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))).Append(new("cursor", next.ToString()));
        return request.Path + QueryString.Create(query).Value;
    }
}
