// What commands do on the dashboard.

import CodingCore

extension AppState {
    mutating func performOnDashboard(_ command: Command, count: Int?, argument: String?) -> [Effect] {
        []
    }
}
