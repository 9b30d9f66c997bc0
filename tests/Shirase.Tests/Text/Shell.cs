using System.Diagnostics;
using System.Text;

namespace Shirase.Tests.Text;

/// <summary>Runs the built program as scripts do: bytes in, bytes out, exit code.</summary>
internal static class Shell
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(byte[] input, string locale, params string[] args)
    {
        var ct = Xunit.TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "shirase.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            Environment = { ["LC_ALL"] = locale },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped at an earlier line and reads no further
        }

        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await error);
    }

    public static Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args) =>
        RunAsync(Encoding.UTF8.GetBytes(input), "C", args);
}
