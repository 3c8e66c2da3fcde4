using System.Net;
using System.Net.Sockets;

namespace OpenApiGen.Corpus;

/// <summary>Ports of this machine, for the servers that are started here.</summary>
internal static class LoopbackPort
{
    /// <summary>One that nobody listens on.</summary>
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether somebody listens on it.</summary>
    public static bool Listens(int port)
    {
        try
        {
            using TcpClient client = new();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
