using System.Diagnostics;
using AngleSharp.Html.Parser;
using Shirase.TestKit;
using Shirase.TestKit.Text;
using Xunit;

namespace Shirase.Tests.SignIn;

/// <summary>The picture of the enrolment page, read by a reader that shares no line with the encoder.</summary>
public sealed class QrCodeTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_enrolment_page_When_a_camera_reads_the_picture_Then_it_says_what_the_link_says_and_the_key_stands_beside()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/security/authenticator", Ct);
        var page = new HtmlParser().ParseDocument(browser.Page);
        var picture = page.QuerySelector("svg.qr-code")!;
        var address = page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!;

        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.Contains("QRコード", picture.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal), address, StringComparison.Ordinal);
        Assert.Equal(address, await ReadAsync(QrPicture.Modules(picture.GetAttribute("viewBox")!, picture.QuerySelector("path")!.GetAttribute("d")!)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(62)]
    [InlineData(84)]
    [InlineData(106)]
    [InlineData(122)]
    [InlineData(152)]
    [InlineData(180)]
    [InlineData(213)]
    public async Task Given_a_text_of_any_length_When_drawn_Then_every_version_is_read_back(int bytes)
    {
        var text = string.Concat(Enumerable.Range(0, bytes).Select(i => (char)('a' + (i * 7 % 26))));

        Assert.Equal(text, await ReadAsync(QrPicture.Drawn(text)));
    }

    // A portable grey map, six dots a module
    private static async Task<string> ReadAsync(bool[,] modules)
    {
        const int Dots = 6;
        var side = modules.GetLength(0) * Dots;
        var file = Path.Combine(Path.GetTempPath(), $"shirase-qr-{Guid.NewGuid():n}.pgm");
        byte[] header = [.. System.Text.Encoding.ASCII.GetBytes($"P5 {side} {side} 255\n")];
        await File.WriteAllBytesAsync(file, [.. header, .. Enumerable.Range(0, side * side).Select(i => (byte)(modules[i % side / Dots, i / side / Dots] ? 0 : 255))], Ct);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", file]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var said = await reader.StandardOutput.ReadToEndAsync(Ct);
            await reader.WaitForExitAsync(Ct);
            return said.TrimEnd('\n');
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("zbarimg is not installed; tests/servers/install.sh installs it.");
            return "";
        }
        finally
        {
            File.Delete(file);
        }
    }
}
