using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenApiGen.Package.Tests.Harness;

/// <summary>
/// Answers every request on a loopback port with the same bytes, and closes: what a real server never sends can be sent, too.
/// </summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    private CannedServer(byte[] answer)
    {
        _answer = answer;
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/junction.yaml";

    /// <param name="status">The status line after the version.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="promised">The length that is promised, where it is not that of the body.</param>
    public static CannedServer Start(string status, string body, int? promised = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        return new CannedServer([
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {status}\r\nContent-Type: application/yaml\r\nContent-Length: {promised ?? bytes.Length}\r\nConnection: close\r\n\r\n"
            ),
            .. bytes,
        ]);
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                NetworkStream stream = client.GetStream();
                byte[] request = new byte[8192];
                await stream.ReadAtLeastAsync(request, 1, throwOnEndOfStream: false);
                await stream.WriteAsync(_answer);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception end) when (end is ObjectDisposedException or SocketException or IOException)
        {
            // Disposed, or the caller has gone.
        }
    }
}
