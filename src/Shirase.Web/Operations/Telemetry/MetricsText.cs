using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Shirase.Operations.Telemetry;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>Adds up what the meters of this process tell and writes it as Prometheus text (exposition format 0.0.4).</summary>
internal sealed class MetricsText : IDisposable
{
    /// <summary>Meters whose tags are known to hold no personal data.</summary>
    public static readonly IReadOnlyList<string> Meters = [Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql"];

    // Ours, in seconds; wide enough for a page and for a deletion that a platform delays
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    /// <param name="scope">The factory of this host's meters: another host in the same process is another installation.</param>
    public MetricsText(IMeterFactory scope)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, scope)))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Take(i, value, tags));
    }

    public void Start() => _listener.Start();

    public string Write()
    {
        lock (_lock)
        {
            foreach (var family in _families.Values.Where(f => f.Kind == "gauge" && f.IsObserved))
            {
                family.Series.Clear();
            }
        }

        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var (name, family) in _families)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {family.Help}\n# TYPE {name} {family.Kind}\n");
                foreach (var (labels, series) in family.Series)
                {
                    series.Write(text, name, labels, family.Kind == "histogram");
                }
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        var kind = KindOf(instrument);
        lock (_lock)
        {
            var name = NameOf(instrument, kind);
            if (!_families.TryGetValue(name, out var family))
            {
                _families[name] = family = new(kind, Line(instrument.Description ?? instrument.Name), instrument.IsObservable);
            }

            if (!family.Series.TryGetValue(labels, out var series))
            {
                family.Series[labels] = series = new();
            }

            series.Add(value, isTotal: kind == "gauge" && instrument is not UpDownCounter<long> and not UpDownCounter<int> || instrument.IsObservable);
        }
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name switch
    {
        var n when n.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        var n when n.StartsWith("Counter", StringComparison.Ordinal) || n.StartsWith("ObservableCounter", StringComparison.Ordinal) => "counter",
        _ => "gauge",
    };

    private static string NameOf(Instrument instrument, string kind)
    {
        var name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return name + (instrument.Unit == "s" ? "_seconds" : "") + (kind == "counter" ? "_total" : "");
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
        {
            labels.Add($"{string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Escape(string value) => Line(value).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Line(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Family(string kind, string help, bool isObserved)
    {
        public string Kind => kind;

        public string Help => help;

        public bool IsObserved => isObserved;

        public SortedDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Series
    {
        private readonly long[] _below = new long[Buckets.Length];
        private double _sum;
        private long _count;

        public void Add(double value, bool isTotal)
        {
            (_sum, _count) = (isTotal ? value : _sum + value, _count + 1);
            for (var i = 0; i < Buckets.Length; i++)
            {
                _below[i] += value <= Buckets[i] ? 1 : 0;
            }
        }

        public void Write(StringBuilder text, string name, string labels, bool isHistogram)
        {
            var own = labels.Length == 0 ? "" : $"{{{labels}}}";
            if (!isHistogram)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{own} {_sum}\n");
                return;
            }

            var before = labels.Length == 0 ? "" : labels + ",";
            for (var i = 0; i < Buckets.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Buckets[i]}\"}} {_below[i]}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {_count}\n{name}_sum{own} {_sum}\n{name}_count{own} {_count}\n");
        }
    }
}
