using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Shirase.Core.Accounts;

namespace Shirase.Web.Site;

/// <summary>Words of a policy as the public reads them: telephone numbers can be tapped, addresses opened (gx-p-3-2-c-2).</summary>
public static partial class PolicyHtml
{
    public static IHtmlContent Of(string text)
    {
        var html = new HtmlContentBuilder();
        var end = 0;
        foreach (Match match in Linked().Matches(text))
        {
            html.Append(text[end..match.Index]);
            var value = match.Value;
            var target = value.StartsWith("http", StringComparison.Ordinal) ? value : "tel:" + Uri.EscapeDataString(value.TrimEnd('番'));
            html.AppendHtml($"<a class=\"wrap-anywhere\" href=\"{HtmlEncoder.Default.Encode(target)}\">").Append(value).AppendHtml("</a>");
            end = match.Index + match.Length;
        }

        return html.Append(text[end..]);
    }

    /// <summary>Statements as they stand together: those of one numbered list, or those between two lists.</summary>
    public static IReadOnlyList<IReadOnlyList<PolicyPassage>> Runs(IReadOnlyList<PolicyPassage> passages)
    {
        var runs = new List<List<PolicyPassage>>();
        foreach (var passage in passages)
        {
            if (runs is [.., var last] && last[0].IsItem == passage.IsItem)
            {
                last.Add(passage);
            }
            else
            {
                runs.Add([passage]);
            }
        }

        return runs;
    }

    [GeneratedRegex(@"https://[!-~]+|#9110|(?<![0-9])110番", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Linked();
}
